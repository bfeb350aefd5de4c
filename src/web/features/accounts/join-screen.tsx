import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { z } from 'zod';
import { acceptInvitation, type invitation as invitationSchema, readInvitation } from '#contract/accounts.ts';
import { say } from '#web/messages/say.ts';
import { Say } from '#web/messages/say-element.tsx';
import { api } from '#web/session/api.ts';
import { refusalsByField } from '#web/session/refusals-by-field.ts';
import { listRoles } from '#web/session/role-names.ts';
import { useSessionQuery } from '#web/session/use-session.ts';
import { Button, buttonClass } from '#web/ui/button.tsx';
import { errorText } from '#web/ui/error-state.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { EntryPage } from './entry-page.tsx';
import { formValues } from './form-values.ts';
import { NewPersonFields, newPersonFields } from './new-person-fields.tsx';
import { useEnter } from './use-enter.ts';

type Invitation = z.infer<typeof invitationSchema>;

/** What an invitation link opens. */
export function JoinScreen() {
  const { token } = useParams({ from: '/join/$token' });
  const { data, error } = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => api.call(readInvitation, { params: { token }, signal }),
  });
  if (error) {
    return (
      <EntryPage title={say('This invitation cannot be used')} summary={errorText(error)}>
        <Link to="/" className={buttonClass({ wide: true })}>
          {say('Go to the home page')}
        </Link>
      </EntryPage>
    );
  }
  if (!data) {
    return (
      <EntryPage title={say('Invitation')}>
        <Skeleton lines={4} />
      </EntryPage>
    );
  }
  return <Invited token={token} invitation={data} />;
}

function Invited({ token, invitation }: { readonly token: string; readonly invitation: Invitation }) {
  const { data: session } = useSessionQuery();
  const person = session?.person ?? null;
  return (
    <EntryPage
      title={
        invitation.projectName
          ? say('Join {projectName}', { projectName: invitation.projectName })
          : say('Join Plumbline')
      }
      summary={
        <Say
          text="{name} invites you as {roles}. The link ends {when}."
          values={{
            name: invitation.createdByName,
            roles: listRoles(invitation.roles),
            when: <RelativeTime at={invitation.expiresAt} />,
          }}
        />
      }
    >
      <JoinForm token={token} invitation={invitation} signedInAs={person?.name} />
    </EntryPage>
  );
}

interface JoinFormProps {
  readonly token: string;
  readonly invitation: Invitation;
  readonly signedInAs: string | undefined;
}

function JoinForm({ token, invitation, signedInAs }: JoinFormProps) {
  const navigate = useNavigate();
  const enter = useEnter((newPerson: { name: string; email: string; password: string } | undefined) =>
    api.call(acceptInvitation, { params: { token }, body: { newPerson } }),
  );
  const goOn = { onSuccess: () => void navigate({ to: '/' }) };
  if (signedInAs !== undefined) {
    return (
      <Stack gap={3}>
        <Button variant="primary" wide busy={enter.isPending} onClick={() => enter.mutate(undefined, goOn)}>
          {say('Join as {signedInAs}', { signedInAs })}
        </Button>
        {enter.error && <Notice tone="bad">{errorText(enter.error)}</Notice>}
      </Stack>
    );
  }
  return (
    <form onSubmit={(event) => enter.mutate(formValues(event, newPersonFields), goOn)}>
      <Stack gap={4}>
        <NewPersonFields
          email={invitation.email ?? undefined}
          refusals={refusalsByField(enter.error, newPersonFields)}
        />
        <Button type="submit" variant="primary" wide busy={enter.isPending}>
          {say('Create account and join')}
        </Button>
        <Link to="/sign-in" search={{ from: `/join/${token}` }}>
          {say('I have an account already')}
        </Link>
      </Stack>
    </form>
  );
}
