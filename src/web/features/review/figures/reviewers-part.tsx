import type { ReviewPlan } from '#domain/review/review-plan.ts';
import { say } from '#web/messages/say.ts';
import { DotIntervalPlot } from '#web/ui/charts/dot-interval-plot.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FiguresBehind } from '#web/ui/figures-behind.tsx';
import { formatCount, formatDecimal, formatDuration, formatShare } from '#web/ui/format-number.ts';
import { Section } from '#web/ui/section.tsx';
import { countJudgments, figureText, kappaPanel, sharePanel, toDot } from './figure-words.ts';
import type { Reviewer, ReviewFigure } from './figures-query.ts';
import { gradesText } from './grades-text.ts';

interface ReviewersPartProps {
  readonly reviewers: readonly Reviewer[];
  readonly plan: ReviewPlan;
  /** Whether the list holds everybody, or only whoever looks. */
  readonly isWhole: boolean;
}

/** How each reviewer decides, and how far it stands when somebody looks again. */
export function ReviewersPart({ reviewers, plan, isWhole }: ReviewersPartProps) {
  return (
    <Section
      title={isWhole ? say('Reviewers') : say('Your own reviews')}
      summary={say(
        'Overturned: of decisions that somebody looked at again, after a dispute, blind, or for the item’s final answer, those that did not stand. Kappa: agreement with blind second looks beyond chance.',
      )}
    >
      <DotIntervalPlot
        label={say('How reviewers decide')}
        rowsLabel={say('Reviewer')}
        panels={[
          sharePanel('accepted', say('Accepted')),
          sharePanel('overturned', say('Overturned')),
          kappaPanel(reviewers.map(({ kappa }) => kappa)),
        ]}
        rows={reviewers.map(({ personId, name, accepted, overturned, kappa, ...rest }) => ({
          key: personId,
          label: name,
          note: noteOf(rest, plan),
          cells: {
            accepted: toDot(accepted, { name: say('Accepted') }),
            overturned: toDot(overturned, { name: say('Overturned') }),
            kappa: toDot(kappa, { name: say('Kappa'), format: formatDecimal }),
          },
        }))}
      />
      <FiguresBehind label={say('All figures as a table')}>
        <ReviewersTable reviewers={reviewers} />
      </FiguresBehind>
    </Section>
  );
}

function noteOf(
  { decisions, medianMs, grades }: Pick<Reviewer, 'decisions' | 'medianMs' | 'grades'>,
  plan: ReviewPlan,
): string {
  const work = say('{judgments}, typically {time}', {
    judgments: countJudgments(decisions),
    time: formatDuration(medianMs),
  });
  if (grades.length === 0) return work;
  return `${work} · ${say('average grade: {grades}', { grades: gradesText(grades, plan) })}`;
}

function ReviewersTable({ reviewers }: Pick<ReviewersPartProps, 'reviewers'>) {
  const share = (key: 'accepted' | 'fixed' | 'returned', label: string, wideOnly = true) => ({
    ...{ key, label, numeric: true, wideOnly },
    cell: (row: Reviewer) => figureText(row[key], formatShare),
  });
  const counted = (key: 'overturned' | 'same', label: string) => ({
    ...{ key, label, numeric: true, wideOnly: true },
    cell: (row: Reviewer) => shareText(row[key]),
  });
  return (
    <DataTable
      label={say('Figures per reviewer')}
      rows={reviewers}
      rowKey={({ personId }) => personId}
      columns={[
        { key: 'name', label: say('Reviewer'), cell: ({ name }) => name },
        {
          key: 'decisions',
          label: say('Decisions'),
          numeric: true,
          cell: ({ decisions }) => formatCount(decisions),
        },
        share('accepted', say('Accepted'), false),
        share('fixed', say('Fixed')),
        share('returned', say('Returned')),
        counted('overturned', say('Overturned')),
        counted('same', say('Same when blind')),
        {
          key: 'kappa',
          label: say('Kappa'),
          numeric: true,
          wideOnly: true,
          cell: ({ kappa }) => figureText(kappa, formatDecimal),
        },
        {
          key: 'time',
          label: say('Typical time'),
          numeric: true,
          cell: ({ medianMs }) => formatDuration(medianMs),
        },
      ]}
    />
  );
}

/** "50% (15%–85%), n = 4": where the number does not stand elsewhere in the row. */
function shareText(figure: ReviewFigure): string {
  const text = figureText(figure, formatShare);
  return figure.value === null ? text : say('{text}, n = {n, number}', { text, n: figure.n });
}
