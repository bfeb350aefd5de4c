import { useMutation, useQueryClient } from '@tanstack/react-query';
import { updateMe } from '#contract/accounts.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { refusalsByField } from '#web/session/refusals-by-field.ts';
import { sessionQuery, useSession } from '#web/session/use-session.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { formValues } from './form-values.ts';

export function NameForm() {
  const { person } = useSession();
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: ({ name }: { name: string }) => api.call(updateMe, { body: { name } }),
    onSuccess: (session) => {
      queryClient.setQueryData(sessionQuery.queryKey, session);
      showToast(say('Your name was saved.'));
    },
  });
  const { at, notice } = refusalsByField(save.error, ['name']);
  return (
    <form onSubmit={(event) => save.mutate(formValues(event, ['name']))}>
      <Stack gap={3}>
        <TextField
          label={say('Name')}
          labelHidden
          name="name"
          autoComplete="name"
          defaultValue={person.name}
          maxLength={120}
          required
          error={at.name}
        />
        {notice !== undefined && <Notice tone="bad">{notice}</Notice>}
        <div>
          <Button type="submit" busy={save.isPending}>
            {say('Save name')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
