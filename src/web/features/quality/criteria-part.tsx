import { Link } from '@tanstack/react-router';
import { tentativeAlpha } from '#domain/quality/usual-agreement.ts';
import { say } from '#web/messages/say.ts';
import { DotIntervalPlot, type DotPanel } from '#web/ui/charts/dot-interval-plot.tsx';
import { domainUpToOne } from '#web/ui/charts/linear-scale.ts';
import { formatDecimal, formatShare } from '#web/ui/format-number.ts';
import { Section } from '#web/ui/section.tsx';
import { Tooltip } from '#web/ui/tooltip.tsx';
import { FiguresTable } from './figures-table.tsx';
import styles from './quality.module.css';
import type { CriterionQuality, Estimate } from './quality-query.ts';
import { alphaDot, countUnits, criteriaSentence, plainShare, shareDot } from './quality-words.ts';

/** The scale on which alphas stand beside each other, with the line of tentative conclusions or another one. */
export function alphaPanel(
  estimates: readonly Estimate[],
  line: DotPanel['line'] = {
    value: tentativeAlpha,
    label: say('from {alpha} on, tentative conclusions', { alpha: formatDecimal(tentativeAlpha) }),
  },
): DotPanel {
  const known = estimates.flatMap(({ value, low }) => [value, low].filter((figure) => figure !== null));
  const domain = domainUpToOne(known);
  return {
    key: 'alpha',
    label: say('Krippendorff’s alpha'),
    domain,
    ticks: domain.from < -0.4 ? [domain.from, 0, 1] : [0, 0.5, 1],
    formatTick: (tick) => formatDecimal(tick, 1),
    line,
  };
}

export const sharePanel = (): DotPanel => ({
  key: 'share',
  label: say('Pairs that agree'),
  domain: { from: 0, to: 1 },
  ticks: [0, 0.5, 1],
  formatTick: formatShare,
});

function noteOf({ hasSides, units, unit }: CriterionQuality, areAllSided: boolean): string {
  const n = countUnits(units, unit);
  return hasSides && !areAllSided ? say('n = {n} · pairs on the same side', { n }) : `n = ${n}`;
}

/** Agreement per criterion as dots with intervals; each leads to the items on which people differ. */
export function CriteriaPart({
  projectId,
  criteria,
}: {
  readonly projectId: string;
  readonly criteria: readonly CriterionQuality[];
}) {
  const areAllSided = criteria.every(({ hasSides }) => hasSides);
  return (
    <Section title={say('Agreement per criterion')} summary={criteriaSentence(criteria)}>
      <DotIntervalPlot
        label={say('Agreement per criterion')}
        rowsLabel={say('Criterion')}
        panels={[
          alphaPanel(criteria.map(({ alpha }) => alpha)),
          areAllSided ? { ...sharePanel(), label: say('Pairs on the same side') } : sharePanel(),
        ]}
        rows={criteria.map((criterion) => ({
          key: criterion.key,
          label: criterion.label,
          note: noteOf(criterion, areAllSided),
          cells: {
            alpha: alphaDot(criterion.alpha, criterion.unit),
            share: shareDot(plainShare(criterion), criterion.unit),
          },
        }))}
        wrap={({ rowKey, detail, plot }) => (
          <Tooltip label={detail}>
            <Link
              to="/projects/$projectId/items"
              params={{ projectId }}
              search={{ differOn: rowKey }}
              aria-label={say('{detail}. See the items where people differ', { detail })}
            >
              {plot}
            </Link>
          </Tooltip>
        )}
      />
      {criteria.some(({ hasSides }) => hasSides) && (
        <p className={styles.note}>
          {say(
            'For preferences the line alone misleads: the closer the models, the lower the alpha. Read it with the agreement by how close the models are.',
          )}
        </p>
      )}
      <FiguresTable
        label={say('Figures per criterion')}
        namesLabel={say('Criterion')}
        rows={criteria.map((criterion) => ({ ...criterion, name: criterion.label }))}
      />
    </Section>
  );
}
