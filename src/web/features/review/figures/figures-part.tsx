import { useQuery } from '@tanstack/react-query';
import type { ReviewPlan } from '#domain/review/review-plan.ts';
import { say } from '#web/messages/say.ts';
import { DotIntervalPlot } from '#web/ui/charts/dot-interval-plot.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Section } from '#web/ui/section.tsx';
import { AuthorsPart } from './authors-part.tsx';
import { countJudgments, sharePanel, toDot } from './figure-words.ts';
import styles from './figures.module.css';
import { type ReviewFigure, reviewFiguresQuery } from './figures-query.ts';
import { ReviewersPart } from './reviewers-part.tsx';

interface FiguresPartProps {
  readonly projectId: string;
  readonly plan: ReviewPlan;
}

/** Figures on whoever reviews, whoever is reviewed, and what is corrected. */
export function FiguresPart({ projectId, plan }: FiguresPartProps) {
  const figures = useQuery(reviewFiguresQuery(projectId));
  return (
    <Loaded from={figures} lines={6} title={say('The figures could not be loaded')}>
      {({ reviewers, authors, criteria }) =>
        reviewers.length === 0 && (authors ?? []).length === 0 ? (
          <p className={styles.note}>
            {authors === null
              ? say('You have not reviewed anything here yet. Your figures show here then.')
              : say('Nothing has been reviewed yet. Figures on reviewers and annotators show here then.')}
          </p>
        ) : (
          <div className={styles.parts}>
            {reviewers.length > 0 && <ReviewersPart {...{ reviewers, plan }} isWhole={authors !== null} />}
            {authors !== null && <AuthorsPart {...{ projectId, authors, plan }} />}
            {criteria.length > 0 && <CriteriaPart criteria={criteria} />}
          </div>
        )
      }
    </Loaded>
  );
}

interface Criterion {
  readonly criterionKey: string;
  readonly label: string;
  readonly fixed: ReviewFigure;
}

/** Which criteria reviewers correct most. */
function CriteriaPart({ criteria }: { readonly criteria: readonly Criterion[] }) {
  return (
    <Section
      title={say('Corrected by criterion')}
      summary={say('Of reviewed judgments that answered it, how many stand corrected in it; most first.')}
    >
      <DotIntervalPlot
        label={say('Corrected by criterion')}
        rowsLabel={say('Criterion')}
        panels={[sharePanel('fixed', say('Corrected'))]}
        rows={criteria.map(({ criterionKey, label, fixed }) => ({
          key: criterionKey,
          label,
          note: countJudgments(fixed.n),
          cells: { fixed: toDot(fixed, { name: say('Corrected') }) },
        }))}
      />
    </Section>
  );
}
