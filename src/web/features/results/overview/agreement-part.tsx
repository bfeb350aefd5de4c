import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { agreementQuery } from '#web/features/results/results-queries.ts';
import { DotIntervalPlot, type DotPanel } from '#web/ui/charts/dot-interval-plot.tsx';
import { domainUpToOne } from '#web/ui/charts/linear-scale.ts';
import { countOf, formatDecimal, formatShare } from '#web/ui/format-number.ts';
import { Loaded } from '#web/ui/loaded.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Section } from '#web/ui/section.tsx';
import { Tooltip } from '#web/ui/tooltip.tsx';
import { agreementCells, agreementSentence } from './agreement-words.ts';
import { alphaThreshold, type CriterionAgreement } from './needs.ts';
import styles from './overview.module.css';

const scaleWords = { nominal: 'choices', ordinal: 'ordered', interval: 'interval' } as const;

function panelsFor(criteria: readonly CriterionAgreement[]): readonly DotPanel[] {
  const known = criteria.flatMap(({ alpha }) => [alpha.value, alpha.low].filter((value) => value !== null));
  const domain = domainUpToOne(known);
  return [
    {
      key: 'alpha',
      label: 'Krippendorff’s alpha',
      domain,
      ticks: domain.from < -0.4 ? [domain.from, 0, 1] : [0, 0.5, 1],
      formatTick: (tick) => formatDecimal(tick, 1),
      line: {
        value: alphaThreshold,
        label: `from ${formatDecimal(alphaThreshold)} on, tentative conclusions`,
      },
    },
    {
      key: 'percent',
      label: 'Pairs that agree',
      domain: { from: 0, to: 1 },
      ticks: [0, 0.5, 1],
      formatTick: formatShare,
    },
  ];
}

function AgreementPlot({
  projectId,
  criteria,
}: {
  readonly projectId: string;
  readonly criteria: readonly CriterionAgreement[];
}) {
  return (
    <DotIntervalPlot
      label="Agreement per criterion"
      rowsLabel="Criterion"
      panels={panelsFor(criteria)}
      rows={criteria.map((criterion) => ({
        key: criterion.key,
        label: criterion.label,
        note: `n = ${countOf(criterion.units, criterion.target === 'response' ? 'response' : 'item')} · ${scaleWords[criterion.metric]}`,
        cells: agreementCells(criterion),
      }))}
      wrap={({ rowKey, detail, plot }) => (
        <Tooltip label={detail}>
          <Link
            key={rowKey}
            to="/projects/$projectId/items"
            params={{ projectId }}
            search={{ state: 'done' }}
            aria-label={`${detail}. See the items behind it`}
          >
            {plot}
          </Link>
        </Tooltip>
      )}
    />
  );
}

/** Agreement per criterion as dots with intervals, under a sentence that says what they show. */
export function AgreementPart({ projectId }: { readonly projectId: string }) {
  const agreement = useQuery(agreementQuery(projectId));
  const { data } = agreement;
  return (
    <Section title="Agreement" summary={data && agreementSentence(data.criteria)}>
      <Loaded from={agreement} lines={3} title="Agreement could not be loaded">
        {({ criteria, judgments, items, computedAt }) => (
          <>
            {criteria.length > 0 && <AgreementPlot projectId={projectId} criteria={criteria} />}
            <p className={styles.source}>
              From{' '}
              <Link to="/projects/$projectId/judgments" params={{ projectId }}>
                {countOf(judgments, 'judgment')}
              </Link>{' '}
              of {countOf(items, 'item')}, <RelativeTime at={computedAt} />.
            </p>
          </>
        )}
      </Loaded>
    </Section>
  );
}
