import { say } from '#web/messages/say.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Kbd } from '#web/ui/kbd.tsx';
import { useRegisteredShortcuts } from '#web/ui/shortcuts.ts';
import styles from './shortcut-help.module.css';

/** Every key that works on this screen. */
export function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const groups = Object.entries(Object.groupBy(useRegisteredShortcuts(), ({ group }) => group));
  return (
    <Dialog open onClose={onClose} title={say('Keys')}>
      {groups.map(([group, shortcuts = []]) => (
        <section key={group} className={styles.group}>
          <h3>{group}</h3>
          <dl>
            {shortcuts.map((shortcut) => (
              <div key={shortcut.keys} className={styles.row}>
                <dt>{shortcut.label}</dt>
                <dd>
                  <Kbd keys={shortcut.keys} />
                  <span className="visually-hidden">{shortcut.keys}</span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
