import { ownValue, type SpanMark } from '#domain/judging/answers.ts';
import { criteriaOf, type Rubric } from '#domain/rubrics/rubric.ts';
import { optionsOf } from '#domain/rubrics/scale-points.ts';
import type { ItemDetail } from '#web/features/results/item-detail.ts';
import { say } from '#web/messages/say.ts';
import type { FileMark } from './item-files.tsx';

type Judgments = ItemDetail['judgments'];

/** What everybody marked in files, under their names. */
export function listFileMarks(judgments: Judgments, rubric: Rubric): FileMark[] {
  return judgments.flatMap(({ judgmentId, annotator, answers }) =>
    criteriaOf(rubric, 'region').flatMap(({ key, scale }) =>
      (ownValue(answers.region, key) ?? []).map(({ id, mediaId, shape, label }) => ({
        id: `${judgmentId}/${key}/${id}`,
        mediaId,
        shape,
        label: say('{name}: {label}', {
          name: annotator.name,
          label: optionsOf(scale).find((option) => option.key === label)?.label ?? label,
        }),
      })),
    ),
  );
}

/** Every passage that somebody marked or claimed. */
export function listPassages(judgments: Judgments): SpanMark[] {
  return judgments.flatMap(({ answers }) => Object.values(answers.span ?? {}).flat());
}

export interface StepSaying {
  readonly key: string;
  readonly name: string;
  /** The key of the label, where it is good, neutral or bad. */
  readonly value: string;
  readonly text: string;
}

/** What everybody said about a step. */
export function listStepSayings(judgments: Judgments, rubric: Rubric, stepId: string): StepSaying[] {
  return criteriaOf(rubric, 'step').flatMap(({ key, scale }) =>
    judgments.flatMap(({ judgmentId, annotator, answers }): StepSaying[] => {
      const value = ownValue(ownValue(answers.step, key), stepId);
      if (value === undefined) return [];
      const text = optionsOf(scale).find((option) => option.key === value)?.label ?? String(value ?? '–');
      return [{ key: `${judgmentId}/${key}`, name: annotator.name, value: String(value), text }];
    }),
  );
}
