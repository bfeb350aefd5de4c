import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ModelEndpoint } from '#contract/models.ts';
import { say } from '#web/messages/say.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { IconButton } from '#web/ui/icon-button.tsx';
import { Menu } from '#web/ui/menu.tsx';
import styles from './models-table.module.css';
import { ProbeResult } from './probe-result.tsx';
import { useModelActs } from './use-models.ts';

interface ModelsTableProps {
  readonly projectId: string;
  readonly endpoints: readonly ModelEndpoint[];
  readonly empty: ReactNode;
  readonly onEdit: (endpoint: ModelEndpoint) => void;
  readonly onTest: (endpoint: ModelEndpoint) => void;
}

/** Each model with what was found out when it was last tried. */
export function ModelsTable({ projectId, endpoints, empty, onEdit, onTest }: ModelsTableProps) {
  const { probe, turn, remove } = useModelActs(projectId);
  const isTried = (endpoint: ModelEndpoint) =>
    probe.isPending && probe.variables.endpointId === endpoint.endpointId;
  const columns: Column<ModelEndpoint>[] = [
    ...factColumns(),
    {
      key: 'probe',
      label: say('When last tried'),
      grows: true,
      cell: (one) => <ProbeResult endpoint={one} isTried={isTried(one)} />,
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
              { label: say('Edit'), onSelect: () => onEdit(one) },
              { label: say('Send a test message'), onSelect: () => onTest(one) },
              { label: say('Try it again'), onSelect: () => probe.mutate(one) },
              {
                label: one.state === 'on' ? say('Switch off') : say('Switch on'),
                hint: say('A model that is off answers nobody.'),
                onSelect: () => turn.mutate(one),
              },
            ],
            [
              {
                label: say('Remove'),
                hint: say('Its key is forgotten; what it answered is kept.'),
                onSelect: () => remove.mutate(one),
                danger: true,
              },
            ],
          ]}
        />
      ),
    },
  ];
  return (
    <DataTable
      label={say('Models')}
      columns={columns}
      rows={endpoints}
      rowKey={({ endpointId }) => endpointId}
      empty={empty}
    />
  );
}

function factColumns(): Column<ModelEndpoint>[] {
  return [
    {
      key: 'name',
      label: say('Model'),
      cell: (one) => (
        <div className={styles.name}>
          <strong>{one.name}</strong>
          <span>{one.model}</span>
        </div>
      ),
    },
    {
      key: 'address',
      label: say('Endpoint'),
      wideOnly: true,
      cell: (one) => (
        <div className={styles.name}>
          <span className={styles.address}>{one.baseUrl}</span>
          <span>{one.hasKey ? say('with a key') : say('without a key')}</span>
        </div>
      ),
    },
  ];
}
