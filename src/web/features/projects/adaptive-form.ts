import type { AdaptiveOverlap } from '#domain/queue/adaptive-overlap.ts';
import { adaptiveLimits } from '#domain/queue/adaptive-overlap.ts';
import { say } from '#web/messages/say.ts';

/** The settings as a form: certainty in per cent. */
export interface AdaptiveForm {
  readonly least: number;
  readonly most: number;
  readonly certaintyPercent: number;
  readonly extra: number;
}

/** What a lead is offered first: from two judgments up to two more than now. */
export function adaptiveFormOf(settings: AdaptiveOverlap | null, overlap: number): AdaptiveForm {
  if (settings === null)
    return {
      least: Math.min(2, overlap),
      most: Math.min(adaptiveLimits.judgments, overlap + 2),
      certaintyPercent: 95,
      extra: 0,
    };
  return { ...settings, certaintyPercent: Math.round(settings.certainty * 1_000) / 10 };
}

export function adaptiveSettings({ certaintyPercent, ...form }: AdaptiveForm): AdaptiveOverlap {
  return {
    least: form.least,
    most: form.most,
    certainty: certaintyPercent / 100,
    extra: form.extra,
  };
}

type Problems = Partial<Record<keyof AdaptiveForm, string>>;

/** What is wrong with the form, in words at its fields. */
export function checkAdaptive(form: AdaptiveForm, overlap: number): Problems {
  const problems: Problems = {};
  const { least: lowest, most: highest } = adaptiveLimits.certainty;
  if (form.least < 1 || form.least > overlap)
    problems.least = say('Between {min, number} and {max, number}: items begin with that many.', {
      min: 1,
      max: overlap,
    });
  if (form.most < overlap || form.most > adaptiveLimits.judgments)
    problems.most = say('Between {min, number} and {max, number}.', {
      min: overlap,
      max: adaptiveLimits.judgments,
    });
  if (form.certaintyPercent < lowest * 100 || form.certaintyPercent > highest * 100)
    problems.certaintyPercent = say('Between {min, number} and {max, number}.', {
      min: lowest * 100,
      max: highest * 100,
    });
  if (form.extra < 0 || form.extra > adaptiveLimits.extra)
    problems.extra = say('Between {min, number} and {max, number}.', { min: 0, max: adaptiveLimits.extra });
  return problems;
}
