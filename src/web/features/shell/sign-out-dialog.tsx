import { say } from '#web/messages/say.ts';
import type { Unsent } from '#web/session/device/unsent.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';

interface SignOutDialogProps {
  readonly unsent: Unsent;
  readonly isLeaving: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Says what signing out would take off this device before it was sent. This cannot be undone. */
export function SignOutDialog({ unsent, isLeaving, onStay, onLeave }: SignOutDialogProps) {
  const { waiting, flags, refused, drafts } = unsent;
  return (
    <Dialog
      open
      onClose={onStay}
      title={say('Not everything is sent')}
      footer={
        <>
          <Button variant="danger" busy={isLeaving} onClick={onLeave}>
            {say('Sign out and delete it')}
          </Button>
          <Button variant="primary" onClick={onStay} data-autofocus>
            {say('Stay signed in')}
          </Button>
        </>
      }
    >
      <p>{say('Signing out removes your work from this device. The server does not have:')}</p>
      <ul>
        {waiting > 0 && (
          <li>
            {say('{count, plural, one {# judgment that waits} other {# judgments that wait}}', {
              count: waiting,
            })}
          </li>
        )}
        {flags > 0 && (
          <li>
            {say('{count, plural, one {# flag that waits} other {# flags that wait}}', { count: flags })}
          </li>
        )}
        {refused > 0 && (
          <li>
            {say(
              '{count, plural, one {# judgment that was not accepted} other {# judgments that were not accepted}}',
              {
                count: refused,
              },
            )}
          </li>
        )}
        {drafts > 0 && (
          <li>{say('{count, plural, one {# unsaved draft} other {# unsaved drafts}}', { count: drafts })}</li>
        )}
      </ul>
    </Dialog>
  );
}
