import { setUp } from '#contract/accounts.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { refusalsByField } from '#web/session/refusals-by-field.ts';
import { useSessionQuery } from '#web/session/use-session.ts';
import { Button } from '#web/ui/button.tsx';
import { Redirect } from '#web/ui/redirect.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { EntryPage } from './entry-page.tsx';
import { formValues } from './form-values.ts';
import { NewPersonFields, newPersonFields } from './new-person-fields.tsx';
import { useEnter } from './use-enter.ts';

/** The first page of a new deployment: makes its owner. */
export function SetUpScreen() {
  const { data: session } = useSessionQuery();
  const enter = useEnter((body: { name: string; email: string; password: string }) =>
    api.call(setUp, { body }),
  );
  if (session?.setupRequired === false) return <Redirect to="/" />;
  return (
    <EntryPage
      title={say('Welcome to Plumbline')}
      summary={say(
        'Nobody has an account here yet. Make yours: it owns this deployment and can let others in.',
      )}
    >
      <form onSubmit={(event) => enter.mutate(formValues(event, newPersonFields))}>
        <Stack gap={4}>
          <NewPersonFields refusals={refusalsByField(enter.error, newPersonFields)} />
          <Button type="submit" variant="primary" wide busy={enter.isPending}>
            {say('Create owner account')}
          </Button>
        </Stack>
      </form>
    </EntryPage>
  );
}
