import { Link } from '@tanstack/react-router';
import type { ReviewPlan } from '#domain/review/review-plan.ts';
import { say } from '#web/messages/say.ts';
import { DotIntervalPlot } from '#web/ui/charts/dot-interval-plot.tsx';
import { Section } from '#web/ui/section.tsx';
import { Tooltip } from '#web/ui/tooltip.tsx';
import { countJudgments, sharePanel, toDot } from './figure-words.ts';
import type { Author } from './figures-query.ts';
import { firstGradeText, gradesText } from './grades-text.ts';

interface AuthorsPartProps {
  readonly projectId: string;
  readonly authors: readonly Author[];
  readonly plan: ReviewPlan;
}

/** How often each annotator's work was accepted as it was, lowest first; each leads to the person. */
export function AuthorsPart({ projectId, authors, plan }: AuthorsPartProps) {
  const noteOf = ({ accepted, grades }: Author) => {
    const count = countJudgments(accepted.n);
    if (grades.length === 0) return count;
    const first = firstGradeText(grades, plan);
    const average = say('average grade: {grades}', { grades: gradesText(grades, plan) });
    return [count, average, first].filter((part) => part !== '').join(' · ');
  };
  return (
    <Section
      title={say('Annotators')}
      summary={say(
        'How often what they gave first was accepted as it was, lowest first. Where the plan looks for what stands out, only the share of those drawn by chance is fair to compare.',
      )}
    >
      <DotIntervalPlot
        label={say('How annotators’ work is accepted')}
        rowsLabel={say('Annotator')}
        panels={[
          sharePanel('accepted', say('Accepted, of all reviewed')),
          sharePanel('drawn', say('Accepted, of those drawn by chance')),
        ]}
        rows={authors.map((author) => ({
          key: author.personId,
          label: author.name,
          note: noteOf(author),
          cells: {
            accepted: toDot(author.accepted, { name: say('Accepted') }),
            drawn: toDot(author.acceptedOfDrawn, { name: say('Accepted, of those drawn by chance') }),
          },
        }))}
        wrap={({ rowKey, detail, plot }) => (
          <Tooltip label={detail}>
            <Link
              to="/projects/$projectId/quality/people/$personId"
              params={{ projectId, personId: rowKey }}
              aria-label={say('{detail}. See how they work', { detail })}
            >
              {plot}
            </Link>
          </Tooltip>
        )}
      />
    </Section>
  );
}
