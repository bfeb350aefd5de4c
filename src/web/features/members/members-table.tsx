import { Ellipsis } from 'lucide-react';
import type { z } from 'zod';
import type { member } from '#contract/projects.ts';
import { say } from '#web/messages/say.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { formatCount } from '#web/ui/format-number.ts';
import { IconButton } from '#web/ui/icon-button.tsx';
import { Menu } from '#web/ui/menu.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import styles from './members-table.module.css';
import { RoleToggles } from './role-toggles.tsx';
import { useRemoveMember, useSetRoles } from './use-members.ts';

export type Member = z.infer<typeof member>;

interface MembersTableProps {
  readonly projectId: string;
  readonly members: readonly Member[];
  readonly canAppointOwners: boolean;
}

/** Each member with their roles as switches that work at once. */
export function MembersTable({ projectId, members, canAppointOwners }: MembersTableProps) {
  const setRoles = useSetRoles(projectId);
  const remove = useRemoveMember(projectId);
  const columns: Column<Member>[] = [
    {
      key: 'person',
      label: say('Person'),
      cell: (one) => (
        <div className={styles.person}>
          <span className={styles.name}>{one.name}</span>
          <span className={styles.email}>{one.email}</span>
        </div>
      ),
    },
    {
      key: 'roles',
      label: say('Roles'),
      cell: (one) => (
        <RoleToggles
          label={say('Roles of {name}', { name: one.name })}
          roles={one.roles}
          canAppointOwners={canAppointOwners}
          onChange={(roles) => setRoles.mutate({ personId: one.personId, roles })}
        />
      ),
    },
    {
      key: 'judgments',
      label: say('Judgments'),
      numeric: true,
      wideOnly: true,
      cell: (one) => formatCount(one.judgments),
    },
    {
      key: 'added',
      label: say('Here since'),
      wideOnly: true,
      cell: (one) => <RelativeTime at={one.addedAt} />,
    },
    {
      key: 'acts',
      label: say('Acts'),
      labelHidden: true,
      numeric: true,
      cell: (one) => (
        <Menu
          trigger={<IconButton label={say('Acts for {name}', { name: one.name })} icon={<Ellipsis />} />}
          groups={[
            [
              {
                label: say('Take off the project'),
                hint: say('Their judgments stay; tasks in hand return to the queue.'),
                onSelect: () => remove.mutate(one),
                danger: true,
              },
            ],
          ]}
        />
      ),
    },
  ];
  return <DataTable label={say('Members')} columns={columns} rows={members} rowKey={(one) => one.personId} />;
}
