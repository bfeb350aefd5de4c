import { useNavigate } from '@tanstack/react-router';
import { BookOpen, LogOut, Moon, Settings, Sun, Users } from 'lucide-react';
import { say } from '#web/messages/say.ts';
import { useCan, useChangePreferences, useSession } from '#web/session/use-session.ts';
import { Menu } from '#web/ui/menu.tsx';
import { useShownTheme } from '#web/ui/theme.ts';
import { initialsOf } from './initials-of.ts';
import { SignOutDialog } from './sign-out-dialog.tsx';
import styles from './top-bar.module.css';
import { useSignOut } from './use-sign-out.ts';

/** Who is signed in, and what belongs to them. */
export function AccountMenu() {
  const { person, preferences } = useSession();
  const navigate = useNavigate();
  const can = useCan();
  const shown = useShownTheme();
  const change = useChangePreferences();
  const leaving = useSignOut(person.id);
  const other = shown === 'dark' ? 'light' : 'dark';
  const owner = can('manage_deployment')
    ? [{ label: say('Everybody'), icon: <Users />, onSelect: () => void navigate({ to: '/people' }) }]
    : [];
  return (
    <>
      <Menu
        header={
          <span className={styles.who}>
            <span>{person.name}</span>
            <span>{person.email}</span>
          </span>
        }
        groups={[
          [
            {
              label: say('Settings'),
              icon: <Settings />,
              onSelect: () => void navigate({ to: '/settings' }),
            },
            ...owner,
            {
              label: say('API documentation'),
              icon: <BookOpen />,
              onSelect: () => void navigate({ to: '/api/docs' }),
            },
          ],
          [
            {
              label: other === 'dark' ? say('Dark theme') : say('Light theme'),
              icon: other === 'dark' ? <Moon /> : <Sun />,
              onSelect: () => change.mutate({ ...preferences, theme: other }),
            },
          ],
          [{ label: say('Sign out'), icon: <LogOut />, onSelect: () => void leaving.ask() }],
        ]}
        trigger={
          <button
            type="button"
            className={styles.account}
            aria-label={say('{initials}: account of {name}', {
              initials: initialsOf(person.name),
              name: person.name,
            })}
          >
            {initialsOf(person.name)}
          </button>
        }
      />
      {leaving.unsent !== null && (
        <SignOutDialog
          unsent={leaving.unsent}
          isLeaving={leaving.isLeaving}
          onStay={leaving.stay}
          onLeave={leaving.leave}
        />
      )}
    </>
  );
}
