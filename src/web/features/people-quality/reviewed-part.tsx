import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { readPersonReviewFigures, type reviewFigure } from '#contract/review-figures.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { DotIntervalPlot } from '#web/ui/charts/dot-interval-plot.tsx';
import { Section } from '#web/ui/section.tsx';
import { shareDot, sharePanel } from './figure-words.ts';
import type { Figure } from './people-queries.ts';

const countJudgments = (count: number) =>
  say('{count, plural, one {# judgment} other {# judgments}}', { count });

/** The only thing that can be missing of a share of reviewed judgments is that there are any. */
const asFigure = (figure: z.infer<typeof reviewFigure>): Figure => ({
  ...figure,
  reason: figure.value === null ? 'too_few' : null,
});

/** How often reviewers accepted what the person gave first; nothing where nothing was reviewed. */
export function ReviewedPart(params: { readonly projectId: string; readonly personId: string }) {
  const { projectId, personId } = params;
  const query = useQuery({
    queryKey: ['review', projectId, 'figures', personId],
    queryFn: ({ signal }) => api.call(readPersonReviewFigures, { params: { projectId, personId }, signal }),
  });
  const figures = query.data?.figures;
  if (!figures) return null;
  const rows = [
    { key: 'all', label: say('Of all reviewed'), figure: figures.accepted },
    { key: 'drawn', label: say('Of those drawn by chance'), figure: figures.acceptedOfDrawn },
  ];
  return (
    <Section
      title={say('Accepted by reviewers')}
      summary={say('How often what they gave first was accepted as it was, with 95% intervals.')}
    >
      <DotIntervalPlot
        label={say('Accepted by reviewers')}
        rowsLabel={say('Judgments')}
        panels={[sharePanel(say('Accepted'))]}
        rows={rows.map(({ key, label, figure }) => ({
          ...{ key, label, note: countJudgments(figure.n) },
          cells: { share: shareDot(asFigure(figure), label, countJudgments) },
        }))}
      />
    </Section>
  );
}
