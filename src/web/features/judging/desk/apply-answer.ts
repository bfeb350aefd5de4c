import type { Answers } from '#domain/judging/answers.ts';
import type { AnswerControl } from '#domain/judging/missing-answers.ts';
import type { JudgeAct } from './judge-act.ts';

type AnswerAct = Extract<JudgeAct, { kind: 'prefer' | 'rate' | 'rate_task' | 'justify' | 'confide' }>;

/** The answers after one more was given. */
export function applyAnswer(answers: Answers, act: AnswerAct): Answers {
  switch (act.kind) {
    case 'prefer':
      return { ...answers, pair: { ...answers.pair, [act.criterionKey]: act.answer } };
    case 'rate': {
      const given = ownValue(answers.response, act.criterionKey) ?? {};
      const rated = { ...given, [act.responseId]: act.value };
      return { ...answers, response: { ...answers.response, [act.criterionKey]: rated } };
    }
    case 'rate_task':
      return { ...answers, task: { ...answers.task, [act.criterionKey]: act.value } };
    case 'justify':
      return { ...answers, justification: act.text };
    case 'confide':
      return { ...answers, confidence: act.value };
  }
}

/** The value under a key of the record's own: a criterion may be called "constructor". */
export function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}

/** The answers without the one of a control. */
export function clearAnswer(answers: Answers, control: AnswerControl): Answers {
  const { justification, confidence, ...scales } = answers;
  switch (control.kind) {
    case 'justification':
      return confidence === undefined ? scales : { ...scales, confidence };
    case 'confidence':
      return justification === undefined ? scales : { ...scales, justification };
    case 'pair':
      return { ...answers, pair: without(answers.pair, control.criterionKey) };
    case 'task':
      return { ...answers, task: without(answers.task, control.criterionKey) };
    case 'response': {
      const left = without(ownValue(answers.response, control.criterionKey) ?? {}, control.responseId);
      const others = without(answers.response, control.criterionKey);
      return {
        ...answers,
        response: Object.keys(left).length === 0 ? others : { ...others, [control.criterionKey]: left },
      };
    }
  }
}

/** Whether a control has any answer. */
export function hasAnswer(answers: Answers, control: AnswerControl): boolean {
  switch (control.kind) {
    case 'justification':
      return (answers.justification ?? '') !== '';
    case 'confidence':
      return answers.confidence !== undefined;
    case 'pair':
      return ownValue(answers.pair, control.criterionKey) !== undefined;
    case 'task':
      return ownValue(answers.task, control.criterionKey) !== undefined;
    case 'response':
      return (
        ownValue(ownValue(answers.response, control.criterionKey) ?? {}, control.responseId) !== undefined
      );
  }
}

/** Answers as they are sent: an empty justification is none. */
export function tidyAnswers(answers: Answers): Answers {
  const { justification, ...rest } = answers;
  return justification === undefined || justification.trim() === '' ? rest : answers;
}
