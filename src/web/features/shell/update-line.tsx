import { say } from '#web/messages/say.ts';
import { useAppUpdate } from '#web/session/app-update.ts';
import { Button } from '#web/ui/button.tsx';
import styles from './shell-screen.module.css';

/** Offers a newer build; drafts and what waits to be sent are kept over the reload. */
export function UpdateLine() {
  const { isThere, goOver, later } = useAppUpdate();
  return (
    // Always there, so that what appears in it is read out.
    <div role="status">
      {isThere && (
        <p className={styles.update}>
          {say('A newer version is ready.')}
          <Button size="small" variant="quiet" onClick={goOver}>
            {say('Reload')}
          </Button>
          <Button size="small" variant="quiet" onClick={later}>
            {say('Later')}
          </Button>
        </p>
      )}
    </div>
  );
}
