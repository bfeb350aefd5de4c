import { Link } from '@tanstack/react-router';
import { CircleHelp, Search } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { say } from '#web/messages/say.ts';
import { IconButton } from '#web/ui/icon-button.tsx';
import { useShortcuts } from '#web/ui/shortcuts.ts';
import { TopBarPlace } from '#web/ui/top-bar-slot.tsx';
import { WordMark } from '#web/ui/word-mark.tsx';
import { AccountMenu } from './account-menu.tsx';
import { CommandPalette } from './command-palette.tsx';
import { ProjectSwitcher } from './project-switcher.tsx';
import styles from './top-bar.module.css';

const ShortcutHelp = lazy(async () => ({ default: (await import('./shortcut-help.tsx')).ShortcutHelp }));

/** Word mark, project, what the screen shows of itself, search, help and account. */
export function TopBar() {
  const [open, setOpen] = useState<'palette' | 'help' | undefined>();
  const close = () => setOpen(undefined);
  useShortcuts([
    {
      keys: 'Mod+K',
      label: say('Find a page or project'),
      group: say('Everywhere'),
      run: () => setOpen('palette'),
    },
    { keys: '?', label: say('Show all keys'), group: say('Everywhere'), run: () => setOpen('help') },
  ]);
  return (
    <header className={styles.bar}>
      <Link to="/" className={styles.home} aria-label={say('Plumbline, home')}>
        <WordMark />
      </Link>
      <ProjectSwitcher />
      <TopBarPlace className={styles.place} />
      <IconButton
        label={say('Find a page or project')}
        keyHint="Mod+K"
        icon={<Search />}
        onClick={() => setOpen('palette')}
      />
      <IconButton
        label={say('Keys and help')}
        keyHint="?"
        icon={<CircleHelp />}
        onClick={() => setOpen('help')}
      />
      <AccountMenu />
      {open === 'palette' && <CommandPalette onClose={close} />}
      <Suspense>{open === 'help' && <ShortcutHelp onClose={close} />}</Suspense>
    </header>
  );
}
