import { useMutation } from '@tanstack/react-query';
import { changePassword } from '#contract/accounts.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { refusalsByField } from '#web/session/refusals-by-field.ts';
import { useSession } from '#web/session/use-session.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { formValues } from './form-values.ts';

export function PasswordForm() {
  const { person } = useSession();
  const change = useMutation({
    mutationFn: (body: { current: string; next: string }) => api.call(changePassword, { body }),
  });
  const { at, notice } = refusalsByField(change.error, ['current', 'next']);
  return (
    <form
      onSubmit={(event) => {
        const form = event.currentTarget;
        change.mutate(formValues(event, ['current', 'next']), {
          onSuccess: () => {
            form.reset();
            showToast(say('Your password was changed. Every other session has ended.'));
          },
        });
      }}
    >
      <Stack gap={3}>
        {/* Tells password managers whose password this is. */}
        <input type="hidden" name="username" autoComplete="username" value={person.email} />
        <TextField
          label={say('Current password')}
          name="current"
          type="password"
          autoComplete="current-password"
          required
          error={at.current}
        />
        <TextField
          label={say('New password')}
          name="next"
          type="password"
          autoComplete="new-password"
          minLength={10}
          maxLength={200}
          required
          hint={say('At least 10 characters.')}
          error={at.next}
        />
        {notice !== undefined && <Notice tone="bad">{notice}</Notice>}
        <div>
          <Button type="submit" busy={change.isPending}>
            {say('Change password')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
