import { say } from '#web/messages/say.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { FiguresBehind } from '#web/ui/figures-behind.tsx';
import { formatCount, formatDecimal, formatShare } from '#web/ui/format-number.ts';
import type { CriterionQuality, Estimate } from './quality-query.ts';
import { estimateText } from './quality-words.ts';

interface Figures extends Pick<CriterionQuality, 'units' | 'alpha' | 'same' | 'sameSide'> {
  readonly key: string;
  readonly name: string;
}

interface FiguresTableProps {
  /** What the table holds, for screen readers. */
  readonly label: string;
  readonly namesLabel: string;
  readonly rows: readonly Figures[];
}

const share = (estimate: Estimate | null) => (estimate ? estimateText(estimate, formatShare) : '');

/** The figures behind a chart, one click away. */
export function FiguresTable({ label, namesLabel, rows }: FiguresTableProps) {
  const haveSides = rows.some(({ sameSide }) => sameSide !== null);
  return (
    <FiguresBehind label={say('The figures as a table')}>
      <DataTable
        label={label}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', label: namesLabel, cell: ({ name }) => name },
          { key: 'units', label: say('n'), numeric: true, cell: ({ units }) => formatCount(units) },
          {
            key: 'alpha',
            label: say('Alpha'),
            numeric: true,
            cell: ({ alpha }) => estimateText(alpha, formatDecimal),
          },
          { key: 'same', label: say('Same answer'), numeric: true, cell: ({ same }) => share(same) },
          ...(haveSides
            ? [
                {
                  key: 'side',
                  label: say('Same side'),
                  numeric: true,
                  cell: ({ sameSide }: Figures) => share(sameSide),
                },
              ]
            : []),
        ]}
      />
    </FiguresBehind>
  );
}
