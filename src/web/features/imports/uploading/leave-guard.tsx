import { useBlocker } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';

/** Warns before the page is left while a file is still being sent. */
export function LeaveGuard({ onLeave }: { readonly onLeave: () => void }) {
  const blocker = useBlocker({ shouldBlockFn: () => true, enableBeforeUnload: true, withResolver: true });
  if (blocker.status !== 'blocked') return null;
  const leave = () => {
    onLeave();
    blocker.proceed();
  };
  return (
    <Dialog
      open
      title={say('The upload is not done')}
      onClose={blocker.reset}
      footer={
        <>
          <Button onClick={leave}>{say('Leave and stop')}</Button>
          <Button variant="primary" onClick={blocker.reset} data-autofocus>
            {say('Stay')}
          </Button>
        </>
      }
    >
      <p>{say('It stops when you leave this page. Choose the same file later to go on where it stopped.')}</p>
    </Dialog>
  );
}
