import { drawLogNormal } from '#seeds/demo/chance.ts';
import type { SimulatedJudgment } from '#seeds/demo/simulate-judgment.ts';
import { simulateAnswers, type TaskToAnswer } from './simulate-answers.ts';

const millisecondsPerWord = 190;
const decisionMs = 20_000;
const millisecondsPerWrittenWord = 1_500;

/** Lets a simulated person judge one item of any kind. */
export function simulateTask(task: TaskToAnswer): SimulatedJudgment {
  const answers = simulateAnswers(task);
  const written = Object.values(answers.writing ?? {}).map(({ text }) => text);
  const read = [
    ...task.content.prompt.map(({ content }) => content),
    ...task.content.responses.map(({ text }) => text),
  ];
  const median =
    decisionMs * task.rubric.criteria.length ** 0.5 +
    countWords(read) * millisecondsPerWord +
    countWords(written) * millisecondsPerWrittenWord;
  const activeMs = drawLogNormal(task.random, { median: median * task.annotator.slowness, spread: 0.35 });
  return { answers, activeMs: Math.round(Math.min(900_000, activeMs)) };
}

function countWords(texts: readonly string[]): number {
  return texts.join(' ').split(/\s+/).length;
}
