import {
  type Answers,
  type Conflict,
  type ContinuationAnswer,
  emptyAnswers,
  ownValue,
  type PreferenceAnswer,
  type RankingAnswer,
  type RegionMark,
  type ScaleValue,
  type SpanMark,
  type Unsettled,
  type WrittenText,
} from './answers.ts';
import type { CodeRun } from './code-run.ts';
import type { AnswerControl } from './missing-answers.ts';

/** One answer given, replaced, or taken away with `undefined`. */
export type AnswerChange =
  | { readonly record: 'pair'; readonly key: string; readonly value: PreferenceAnswer | undefined }
  | { readonly record: 'ranking'; readonly key: string; readonly value: RankingAnswer | undefined }
  | { readonly record: 'task'; readonly key: string; readonly value: ScaleValue | undefined }
  | {
      readonly record: 'response' | 'turn' | 'step';
      readonly key: string;
      readonly unitId: string;
      readonly value: ScaleValue | undefined;
    }
  | { readonly record: 'span'; readonly key: string; readonly value: readonly SpanMark[] | undefined }
  | { readonly record: 'region'; readonly key: string; readonly value: readonly RegionMark[] | undefined }
  | { readonly record: 'writing'; readonly key: string; readonly value: WrittenText | undefined }
  | {
      readonly record: 'chat';
      readonly key: string;
      readonly value: { readonly conversationId: string } | undefined;
    }
  | {
      readonly record: 'continuation';
      readonly key: string;
      readonly value: ContinuationAnswer | undefined;
    }
  | {
      readonly record: 'runs';
      readonly key: string;
      readonly unitId: string;
      readonly value: readonly CodeRun[] | undefined;
    }
  | { readonly record: 'unsettled'; readonly key: string; readonly value: Unsettled | undefined }
  | { readonly record: 'conflict'; readonly value: Conflict | undefined }
  | { readonly record: 'justification'; readonly value: string | undefined }
  | { readonly record: 'confidence'; readonly value: 1 | 2 | 3 | undefined };

/** The answers after one change; empty records that need not be there are left out. */
export function changeAnswers(answers: Answers, change: AnswerChange): Answers {
  if (!('key' in change)) return replace(answers, change.record, change.value);
  const record: Readonly<Record<string, unknown>> = answers[change.record] ?? {};
  if (!('unitId' in change))
    return replaceRecord(answers, change.record, put(record, change.key, change.value));
  const units = (ownValue(record, change.key) ?? {}) as Readonly<Record<string, unknown>>;
  const left = put(units, change.unitId, change.value);
  const value = Object.keys(left).length === 0 ? undefined : left;
  return replaceRecord(answers, change.record, put(record, change.key, value));
}

/** The change that takes the answer of a control away. */
export function clearingChange(control: AnswerControl): AnswerChange {
  const value = undefined;
  switch (control.kind) {
    case 'justification':
    case 'confidence':
    case 'conflict':
      return { record: control.kind, value };
    case 'response':
      return { record: 'response', key: control.criterionKey, unitId: control.responseId, value };
    case 'run':
      return { record: 'runs', key: control.criterionKey, unitId: control.responseId, value };
    case 'turn':
      return { record: 'turn', key: control.criterionKey, unitId: control.turnId, value };
    case 'step':
      return { record: 'step', key: control.criterionKey, unitId: control.stepId, value };
    default:
      return { record: control.kind, key: control.criterionKey, value };
  }
}

function put(
  record: Readonly<Record<string, unknown>>,
  key: string,
  value: unknown,
): Readonly<Record<string, unknown>> {
  const others = Object.entries(record).filter(([each]) => each !== key);
  // In its place, so that a changed answer does not make another text of the same answers.
  if (value === undefined) return Object.fromEntries(others);
  return Object.hasOwn(record, key)
    ? Object.fromEntries(Object.entries(record).map(([each, old]) => [each, each === key ? value : old]))
    : Object.fromEntries([...others, [key, value]]);
}

/** Those that an empty form holds already stay, also when nothing is left in them. */
function replaceRecord(
  answers: Answers,
  name: keyof Answers,
  record: Readonly<Record<string, unknown>>,
): Answers {
  const isEmpty = Object.keys(record).length === 0 && !Object.hasOwn(emptyAnswers, name);
  return replace(answers, name, isEmpty ? undefined : record);
}

function replace(answers: Answers, name: keyof Answers, value: unknown): Answers {
  const others = Object.fromEntries(Object.entries(answers).filter(([each]) => each !== name));
  return (value === undefined ? others : { ...answers, [name]: value }) as unknown as Answers;
}
