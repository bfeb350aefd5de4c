import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { listPeople, type Person, updatePerson } from '#contract/accounts.ts';
import type { DeploymentRole } from '#domain/access/roles.ts';
import { type Message, message, say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { useCan, useSession } from '#web/session/use-session.ts';
import { Button } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorState, errorText } from '#web/ui/error-state.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { showToast } from '#web/ui/toast.tsx';
import styles from './deployment-people-screen.module.css';

const peopleKey = ['people'];
const roleOptions: readonly { value: DeploymentRole; label: Message }[] = [
  { value: 'owner', label: message('Owner') },
  { value: 'lead', label: message('Lead') },
  { value: 'member', label: message('Member') },
];

interface Change {
  readonly person: Person;
  readonly to: { readonly deploymentRole?: DeploymentRole; readonly disabled?: boolean };
}

function useChangePerson() {
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: peopleKey });
  const change = useMutation({
    mutationFn: ({ person, to }: Change) =>
      api.call(updatePerson, { params: { personId: person.id }, body: to }),
    onSuccess: (_person, { person, to }) => {
      if (to.disabled === true) {
        const undo = () => change.mutate({ person, to: { disabled: false } });
        showToast(say('{name} can no longer sign in.', { name: person.name }), {
          act: { label: say('Undo'), onSelect: undo },
        });
      }
    },
    onError: (error) => showToast(errorText(error), { tone: 'bad' }),
    onSettled: refresh,
  });
  return change;
}

/** Everybody in the deployment; for its owners. */
export function DeploymentPeopleScreen() {
  const can = useCan();
  return (
    <Page>
      <PageHeader
        title={say('Everybody')}
        summary={say(
          'Owners may do everything but judge. Leads may create projects. Members work where a project takes them in.',
        )}
      />
      {can('manage_deployment') ? (
        <PeopleTable />
      ) : (
        <EmptyState title={say('Only owners of the deployment see this page')}>
          {say('People of one project are listed under People in that project.')}
        </EmptyState>
      )}
    </Page>
  );
}

function PeopleTable() {
  const { person: me } = useSession();
  const change = useChangePerson();
  const { data, error, refetch } = useQuery({
    queryKey: peopleKey,
    queryFn: ({ signal }) => api.call(listPeople, { signal }),
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} height={32} />;
  return (
    <DataTable
      label={say('People of the deployment')}
      columns={columnsFor(me.id, change.mutate)}
      rows={data.people}
      rowKey={(person) => person.id}
    />
  );
}

function columnsFor(myId: string, change: (change: Change) => void): readonly Column<Person>[] {
  return [
    {
      key: 'name',
      label: say('Name'),
      cell: (person) => (
        <div className={styles.who} data-disabled={person.disabledAt !== null}>
          <span>
            {person.name} {person.id === myId && <Tag>{say('you')}</Tag>}
            {person.disabledAt !== null && <Tag tone="warn">{say('disabled')}</Tag>}
          </span>
          <span className={styles.email}>{person.email}</span>
        </div>
      ),
    },
    {
      key: 'joined',
      label: say('Joined'),
      wideOnly: true,
      cell: (person) => <RelativeTime at={person.createdAt} />,
    },
    {
      key: 'role',
      label: say('Role'),
      cell: (person) => (
        <div className={styles.role}>
          <SelectField
            label={say('Role of {name}', { name: person.name })}
            labelHidden
            options={roleOptions.map(({ value, label }) => ({ value, label: say(label) }))}
            value={person.deploymentRole}
            onChange={(deploymentRole) => change({ person, to: { deploymentRole } })}
          />
        </div>
      ),
    },
    {
      key: 'acts',
      label: say('Acts'),
      labelHidden: true,
      numeric: true,
      cell: (person) => {
        const disabled = person.disabledAt !== null;
        if (person.id === myId) return null;
        return (
          <Button
            size="small"
            aria-label={
              disabled
                ? say('Enable {name}', { name: person.name })
                : say('Disable {name}', { name: person.name })
            }
            onClick={() => change({ person, to: { disabled: !disabled } })}
          >
            {disabled ? say('Enable') : say('Disable')}
          </Button>
        );
      },
    },
  ];
}
