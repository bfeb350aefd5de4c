import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { tentativeAlpha } from '#domain/quality/usual-agreement.ts';
import { agreementQuery } from '#web/features/results/results-queries.ts';
import { message, say } from '#web/messages/say.ts';
import { Say } from '#web/messages/say-element.tsx';
import { DotIntervalPlot, type DotPanel } from '#web/ui/charts/dot-interval-plot.tsx';
import { domainUpToOne } from '#web/ui/charts/linear-scale.ts';
import { formatDecimal, formatShare } from '#web/ui/format-number.ts';
import { Loaded } from '#web/ui/loaded.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Section } from '#web/ui/section.tsx';
import { Tooltip } from '#web/ui/tooltip.tsx';
import { agreementCells, agreementSentence, countUnits } from './agreement-words.ts';
import type { CriterionAgreement } from './needs.ts';
import styles from './overview.module.css';

const scaleWords = {
  nominal: message('choices'),
  ordinal: message('ordered'),
  interval: message('interval'),
} as const;

function panelsFor(criteria: readonly CriterionAgreement[]): readonly DotPanel[] {
  const known = criteria.flatMap(({ alpha }) => [alpha.value, alpha.low].filter((value) => value !== null));
  const domain = domainUpToOne(known);
  return [
    {
      key: 'alpha',
      label: say('Krippendorff’s alpha'),
      domain,
      ticks: domain.from < -0.4 ? [domain.from, 0, 1] : [0, 0.5, 1],
      formatTick: (tick) => formatDecimal(tick, 1),
      line: {
        value: tentativeAlpha,
        label: say('from {alpha} on, tentative conclusions', {
          alpha: formatDecimal(tentativeAlpha),
        }),
      },
    },
    {
      key: 'percent',
      label: say('Pairs that agree'),
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
      label={say('Agreement per criterion')}
      rowsLabel={say('Criterion')}
      panels={panelsFor(criteria)}
      rows={criteria.map((criterion) => ({
        key: criterion.key,
        label: criterion.label,
        note: `n = ${countUnits(criterion.units, criterion.unit)} · ${say(scaleWords[criterion.metric])}`,
        cells: agreementCells(criterion),
      }))}
      wrap={({ rowKey, detail, plot }) => (
        <Tooltip label={detail}>
          <Link
            key={rowKey}
            to="/projects/$projectId/items"
            params={{ projectId }}
            search={{ state: 'done' }}
            aria-label={say('{detail}. See the items behind it', { detail })}
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
    <Section title={say('Agreement')} summary={data && agreementSentence(data.criteria)}>
      <Loaded from={agreement} lines={3} title={say('Agreement could not be loaded')}>
        {({ criteria, judgments, items, computedAt }) => (
          <>
            {criteria.length > 0 && <AgreementPlot projectId={projectId} criteria={criteria} />}
            <p className={styles.source}>
              <Say
                text="From <link>{judgments, plural, one {# judgment} other {# judgments}}</link> of {items, plural, one {# item} other {# items}}, {when}."
                values={{
                  judgments,
                  items,
                  when: <RelativeTime at={computedAt} />,
                  link: (text) => (
                    <Link to="/projects/$projectId/judgments" params={{ projectId }}>
                      {text}
                    </Link>
                  ),
                }}
              />
            </p>
          </>
        )}
      </Loaded>
    </Section>
  );
}
