import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { listPeople, type Person, updatePerson } from '#contract/accounts.ts';
import type { DeploymentRole } from '#domain/access/roles.ts';
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
const roleOptions: readonly { value: DeploymentRole; label: string }[] = [
  { value: 'owner', label: 'Owner' },
  { value: 'lead', label: 'Lead' },
  { value: 'member', label: 'Member' },
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
        showToast(`${person.name} can no longer sign in.`, { act: { label: 'Undo', onSelect: undo } });
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
        title="Everybody"
        summary="Owners may do everything but judge. Leads may create projects. Members work where a project takes them in."
      />
      {can('manage_deployment') ? (
        <PeopleTable />
      ) : (
        <EmptyState title="Only owners of the deployment see this page">
          People of one project are listed under People in that project.
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
      label="People of the deployment"
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
      label: 'Name',
      cell: (person) => (
        <div className={styles.who} data-disabled={person.disabledAt !== null}>
          <span>
            {person.name} {person.id === myId && <Tag>you</Tag>}
            {person.disabledAt !== null && <Tag tone="warn">disabled</Tag>}
          </span>
          <span className={styles.email}>{person.email}</span>
        </div>
      ),
    },
    {
      key: 'joined',
      label: 'Joined',
      wideOnly: true,
      cell: (person) => <RelativeTime at={person.createdAt} />,
    },
    {
      key: 'role',
      label: 'Role',
      cell: (person) => (
        <div className={styles.role}>
          <SelectField
            label={`Role of ${person.name}`}
            labelHidden
            options={roleOptions}
            value={person.deploymentRole}
            onChange={(deploymentRole) => change({ person, to: { deploymentRole } })}
          />
        </div>
      ),
    },
    {
      key: 'acts',
      label: 'Acts',
      labelHidden: true,
      numeric: true,
      cell: (person) => {
        const disabled = person.disabledAt !== null;
        if (person.id === myId) return null;
        return (
          <Button
            size="small"
            aria-label={`${disabled ? 'Enable' : 'Disable'} ${person.name}`}
            onClick={() => change({ person, to: { disabled: !disabled } })}
          >
            {disabled ? 'Enable' : 'Disable'}
          </Button>
        );
      },
    },
  ];
}
