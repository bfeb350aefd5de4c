import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { type Message, message, say } from '#web/messages/say.ts';
import { DotIntervalPlot } from '#web/ui/charts/dot-interval-plot.tsx';
import { formatDecimal } from '#web/ui/format-number.ts';
import { Section } from '#web/ui/section.tsx';
import { Tooltip } from '#web/ui/tooltip.tsx';
import { alphaPanel } from './criteria-part.tsx';
import { FiguresTable } from './figures-table.tsx';
import styles from './quality.module.css';
import type { CriterionQuality, Slice } from './quality-query.ts';
import { alphaDot, countUnits, nameSlice } from './quality-words.ts';

type Dimension = Exclude<Slice['dimension'], 'week'>;

const panels: readonly {
  readonly dimension: Dimension;
  readonly title: Message;
  readonly missing: Message;
}[] = [
  {
    dimension: 'domain',
    title: message('By domain'),
    missing: message('No item names its domain. Import a field “domain” among the metadata to see this.'),
  },
  {
    dimension: 'model_pair',
    title: message('By pair of models'),
    missing: message('No item names two models. Import the models’ names with the responses to see this.'),
  },
  {
    dimension: 'guideline',
    title: message('By version of the guidelines'),
    missing: message('No item has two judgments under the same version.'),
  },
];

interface PanelProps {
  readonly projectId: string;
  readonly criterion: CriterionQuality;
  readonly slices: readonly Slice[];
  readonly title: string;
}

/** Slices that are too small stand in one line instead of a row each. */
function TooSmall({ slices }: { readonly slices: readonly Slice[] }) {
  if (slices.length === 0) return null;
  const list = slices.map((slice) => `${nameSlice(slice)} (${slice.units})`).join(', ');
  return <p className={styles.note}>{say('Too few units to say: {list}.', { list })}</p>;
}

function Panel({ projectId, criterion, slices, title }: PanelProps) {
  const whole = criterion.alpha.value;
  const line =
    whole === null
      ? undefined
      : { value: whole, label: say('all: {alpha}', { alpha: formatDecimal(whole) }) };
  const lead = ({ rowKey, detail, plot }: { rowKey: string; detail: string; plot: ReactElement }) => {
    const isDomain = slices.some(({ dimension, name }) => dimension === 'domain' && name === rowKey);
    return (
      <Tooltip label={detail}>
        <Link
          to="/projects/$projectId/items"
          params={{ projectId }}
          search={{ differOn: criterion.key, ...(isDomain && { domain: rowKey }) }}
          aria-label={say('{detail}. See the items where people differ', { detail })}
        >
          {plot}
        </Link>
      </Tooltip>
    );
  };
  return (
    <DotIntervalPlot
      label={title}
      rowsLabel={say('Slice')}
      panels={[alphaPanel([criterion.alpha, ...slices.map(({ alpha }) => alpha)], line)]}
      rows={slices.map((slice) => ({
        key: slice.name,
        label: nameSlice(slice),
        note: `n = ${countUnits(slice.units, criterion.unit)}`,
        cells: { alpha: alphaDot(slice.alpha, criterion.unit) },
      }))}
      wrap={lead}
    />
  );
}

/** The same criterion in parts, each against the line of the whole. */
export function SlicesPart({
  projectId,
  criterion,
}: {
  readonly projectId: string;
  readonly criterion: CriterionQuality;
}) {
  const slices = criterion.slices.filter(({ dimension }) => dimension !== 'week');
  return (
    <Section
      title={say('Where it is better and worse')}
      summary={say(
        'Alpha on {criterion} in parts of the work; the dashed line is the whole. A part needs 10 units.',
        { criterion: criterion.label },
      )}
    >
      <div className={styles.multiples}>
        {panels.map(({ dimension, title, missing }) => {
          const own = slices.filter((slice) => slice.dimension === dimension);
          const isSmall = ({ alpha }: Slice) => alpha.reason === 'too_few_units';
          const shown = own.filter((slice) => !isSmall(slice));
          return (
            <div key={dimension}>
              <h3>{say(title)}</h3>
              {own.length === 0 && <p className={styles.note}>{say(missing)}</p>}
              {shown.length > 0 && (
                <Panel projectId={projectId} criterion={criterion} slices={shown} title={say(title)} />
              )}
              <TooSmall slices={own.filter(isSmall)} />
            </div>
          );
        })}
      </div>
      {slices.length > 0 && (
        <FiguresTable
          label={say('Figures per slice')}
          namesLabel={say('Slice')}
          rows={slices.map((slice) => ({
            ...slice,
            key: `${slice.dimension} ${slice.name}`,
            name: nameSlice(slice),
          }))}
        />
      )}
    </Section>
  );
}
