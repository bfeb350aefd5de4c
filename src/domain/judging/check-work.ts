import { checkContinuation } from '#domain/dialogue/check-continuation.ts';
import { noUnits } from '#domain/items/item-units.ts';
import type { Place } from '#domain/outcomes/refusal.ts';
import { findCriterion } from '#domain/rubrics/rubric.ts';
import type { WritingScale } from '#domain/rubrics/scale.ts';
import { countCharacters } from '#domain/text/count-characters.ts';
import { isStorableText } from '#domain/text/is-storable-text.ts';
import { checkWriting } from '#domain/writing/check-writing.ts';
import { answerLimits, type WrittenText } from './answers.ts';
import { placeOf } from './check-unit-values.ts';
import type { Purpose } from './check-value.ts';
import type { CodeRun } from './code-run.ts';
import type { AnswerState } from './missing-answers.ts';

interface WorkToCheck extends AnswerState {
  readonly purpose: Purpose;
}

/** Checks what the annotator made: written texts, runs of code, the conversation that was held, and the way chosen. */
export function checkWork(check: WorkToCheck): Place[] {
  return [...checkWritings(check), ...checkRuns(check), ...checkChats(check), ...checkContinuations(check)];
}

function checkWritings({ rubric, responseIds, answers, purpose }: WorkToCheck): Place[] {
  return Object.entries(answers.writing ?? {}).flatMap(([key, written]) => {
    const path = `answers.writing.${key}`;
    const scale = findCriterion(rubric, key)?.scale;
    if (scale?.kind !== 'writing')
      return [{ path, message: 'The rubric asks for no text with this key. Load the task again.' }];
    return placeOf(path, explainWritten(written, { scale, responseIds, purpose }));
  });
}

/** Says why a written text does not fit its scale and rules; null where it does. */
export function explainWritten(
  { text, editedFrom }: WrittenText,
  { scale, responseIds, purpose }: { scale: WritingScale; responseIds: readonly string[]; purpose: Purpose },
): string | null {
  if (!isStorableText(text)) return 'This text holds a broken character. Delete it and type it again.';
  const count = countCharacters(text);
  if (count > answerLimits.writtenCharacters)
    return `This text has ${count} characters; at most ${answerLimits.writtenCharacters} fit. Shorten it.`;
  if (editedFrom !== null && !responseIds.includes(editedFrom))
    return `The item has no response "${editedFrom}"; it has ${responseIds.join(', ')}.`;
  if (editedFrom !== null && scale.start === 'blank') return 'This text is to be written from scratch.';
  if (editedFrom === null && scale.start === 'edit') return 'This text is to be made by editing a response.';
  if (purpose === 'draft' || text.trim() === '') return null;
  return checkWriting(text, scale.rules).find((finding) => !finding.isMet)?.message ?? null;
}

function checkRuns({ rubric, responseIds, answers }: WorkToCheck): Place[] {
  return Object.entries(answers.runs ?? {}).flatMap(([key, byResponse]) => {
    if (findCriterion(rubric, key)?.scale.kind !== 'run')
      return [{ path: `answers.runs.${key}`, message: 'The rubric asks for no run with this key.' }];
    return Object.entries(byResponse).flatMap(([responseId, runs]) => {
      const path = `answers.runs.${key}.${responseId}`;
      if (!responseIds.includes(responseId))
        return [{ path, message: `The item has no response "${responseId}".` }];
      return placeOf(path, explainRuns(runs));
    });
  });
}

function explainRuns(runs: readonly CodeRun[]): string | null {
  if (runs.length > answerLimits.runsOfResponse)
    return `At most ${answerLimits.runsOfResponse} runs of a response are kept; these are ${runs.length}.`;
  const isHeld = runs.every((run) =>
    [run.code, run.stdin, run.stdout, run.stderr].every(
      (text) => isStorableText(text) && text.length <= answerLimits.runCharacters,
    ),
  );
  return isHeld ? null : 'A run printed what cannot be kept. Run it again.';
}

function checkChats({ rubric, answers }: WorkToCheck): Place[] {
  return Object.keys(answers.chat ?? {}).flatMap((key) =>
    findCriterion(rubric, key)?.scale.kind === 'chat'
      ? []
      : [{ path: `answers.chat.${key}`, message: 'The rubric asks for no conversation with this key.' }],
  );
}

function checkContinuations({ rubric, answers, units = noUnits, purpose }: WorkToCheck): Place[] {
  return Object.entries(answers.continuation ?? {}).flatMap(([key, answer]) => {
    const path = `answers.continuation.${key}`;
    const scale = findCriterion(rubric, key)?.scale;
    if (scale?.kind !== 'continuation')
      return [{ path, message: 'The rubric asks for no way through a dialogue with this key.' }];
    return checkContinuation(answer, { scale, turns: units.dialogue ?? [], path, purpose });
  });
}
