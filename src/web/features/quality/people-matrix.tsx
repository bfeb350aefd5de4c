import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { say } from '#web/messages/say.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { formatCount, formatDecimal, formatShare } from '#web/ui/format-number.ts';
import { Section } from '#web/ui/section.tsx';
import { Tooltip } from '#web/ui/tooltip.tsx';
import styles from './people-matrix.module.css';
import page from './quality.module.css';
import type { Report } from './quality-query.ts';

type Matrix = Report['matrix'];
type Cell = Matrix['cells'][number];

/** With more people the cells are too small for figures. */
const mostWithFigures = 14;
/** Two people who share fewer items than this may agree by chance. */
const fewItems = 10;

/** The ends of the shading: round tenths around the figures that are there. */
export function shadingOf(cells: readonly Pick<Cell, 'same'>[]): { from: number; to: number } {
  const shares = cells.map(({ same }) => same);
  const from = Math.floor(Math.min(1, ...shares) * 10) / 10;
  const to = Math.ceil(Math.max(0, ...shares) * 10) / 10;
  return { from, to: Math.max(to, from + 0.1) };
}

interface CellLinkProps {
  readonly projectId: string;
  readonly matrix: Matrix;
  readonly cell: Cell;
  readonly isRoomy: boolean;
}

function describe({ people }: Matrix, { a, b, n, same, kappa }: Cell): string {
  const facts = {
    one: people[a]?.name ?? '',
    other: people[b]?.name ?? '',
    share: formatShare(same),
    n,
  };
  if (kappa === null)
    return say(
      '{one} and {other}: same on {share} of {n, plural, one {# shared unit} other {# shared units}}',
      facts,
    );
  return say(
    '{one} and {other}: same on {share} of {n, plural, one {# shared unit} other {# shared units}}, kappa {kappa}',
    { ...facts, kappa: formatDecimal(kappa) },
  );
}

function CellLink({ projectId, matrix, cell, isRoomy }: CellLinkProps) {
  const { from, to } = shadingOf(matrix.cells);
  const detail = describe(matrix, cell);
  const differ = [cell.a, cell.b].map((place) => matrix.people[place]?.personId ?? '').join(',');
  const strength = (cell.same - from) / (to - from);
  return (
    <Tooltip label={detail}>
      <Link
        to="/projects/$projectId/items"
        params={{ projectId }}
        search={{ differ }}
        className={styles.cell}
        data-few={cell.n < fewItems || undefined}
        style={{ '--strength': strength } as CSSProperties}
        aria-label={say('{detail}. See the items where they differ', { detail })}
      >
        {isRoomy && <span aria-hidden="true">{Math.round(cell.same * 100)}</span>}
      </Link>
    </Tooltip>
  );
}

function Grid({ projectId, matrix }: { readonly projectId: string; readonly matrix: Matrix }) {
  const { people, cells } = matrix;
  const isRoomy = people.length <= mostWithFigures;
  const byPlaces = new Map(cells.map((cell) => [`${cell.a}-${cell.b}`, cell]));
  const cellOf = (row: number, column: number) =>
    byPlaces.get(`${Math.min(row, column)}-${Math.max(row, column)}`);
  return (
    <div className={styles.frame}>
      <table
        className={styles.matrix}
        aria-label={say('Every two annotators')}
        data-roomy={isRoomy || undefined}
      >
        <thead>
          <tr>
            <td />
            {people.map(({ personId, name }, column) => (
              <th key={personId} scope="col" title={name}>
                <span aria-hidden="true">{column + 1}</span>
                <span className="visually-hidden">{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ personId, name }, row) => (
            <tr key={personId}>
              <th scope="row">
                <span className={styles.number}>{row + 1}</span>
                <span className={styles.name}>{name}</span>
              </th>
              {people.map((other, column) => {
                const cell = row === column ? undefined : cellOf(row, column);
                return (
                  <td key={other.personId}>
                    {cell && <CellLink projectId={projectId} matrix={matrix} cell={cell} isRoomy={isRoomy} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Legend({ matrix }: { readonly matrix: Matrix }) {
  const { from, to } = shadingOf(matrix.cells);
  return (
    <p className={styles.legend}>
      <span>{formatShare(from)}</span>
      <span className={styles.ramp} aria-hidden="true" />
      <span>{formatShare(to)}</span>
      <span className={styles.few}>
        {say('Faint: fewer than {few, number} shared items.', { few: fewItems })}
        {matrix.leftOut > 0 &&
          ` ${say('{people, plural, one {# person with the fewest judgments is} other {# people with the fewest judgments are}} left out.', { people: matrix.leftOut })}`}
      </span>
    </p>
  );
}

function PairsTable({ matrix, isOrdered }: { readonly matrix: Matrix; readonly isOrdered: boolean }) {
  const rows = matrix.cells.toSorted((x, y) => x.same - y.same);
  const nameAt = (place: number) => matrix.people[place]?.name ?? '';
  return (
    <details className={page.data}>
      <summary>{say('The figures as a table')}</summary>
      <DataTable
        label={say('Figures of every two annotators')}
        rows={rows}
        rowKey={({ a, b }) => `${a}-${b}`}
        columns={[
          { key: 'a', label: say('Annotator'), cell: ({ a }) => nameAt(a) },
          { key: 'b', label: say('Other annotator'), cell: ({ b }) => nameAt(b) },
          { key: 'n', label: say('Shared items'), numeric: true, cell: ({ n }) => formatCount(n) },
          { key: 'same', label: say('Same'), numeric: true, cell: ({ same }) => formatShare(same) },
          {
            key: 'kappa',
            label: isOrdered ? say('Weighted kappa') : say('Kappa'),
            numeric: true,
            cell: ({ kappa }) => (kappa === null ? '–' : formatDecimal(kappa)),
          },
        ]}
      />
    </details>
  );
}

/** Every two people, those who agree beside each other; a cell leads to the items on which the two differ. */
export function PeopleMatrix({
  projectId,
  matrix,
  criterion,
  isOrdered,
}: {
  readonly projectId: string;
  readonly matrix: Matrix;
  readonly criterion: string;
  /** Whether the criterion's answers have an order, so that kappa is weighted. */
  readonly isOrdered: boolean;
}) {
  return (
    <Section
      title={say('Every two people')}
      summary={say(
        'How often two people say the same about {criterion}, in percent; a stronger shade is more often, and people who agree stand beside each other.',
        { criterion },
      )}
    >
      <Grid projectId={projectId} matrix={matrix} />
      <Legend matrix={matrix} />
      <PairsTable matrix={matrix} isOrdered={isOrdered} />
    </Section>
  );
}
