import { type Answers, answerLimits, ownValue } from './answers.ts';
import type { CodeRun } from './code-run.ts';

/** What all runs of a judgment may take together, so that it stays far below what a request may hold. */
const runsTogether = { bytes: 4_000_000, fields: 5_000 } as const;
const fieldsOfRun = 10;
const fieldsOfTest = 2;

interface Weight {
  readonly bytes: number;
  readonly fields: number;
}

/**
 * The runs of a response with a new one, made fit to be stored: its texts cut, and older runs of the response left out
 * where all runs together would be too many or too large. The new one always stays.
 */
export function keepRun(
  runs: Answers['runs'],
  at: { readonly key: string; readonly responseId: string; readonly run: CodeRun },
): CodeRun[] {
  const { key, responseId, run } = at;
  const others = Object.entries(runs ?? {}).flatMap(([criterionKey, byResponse]) =>
    Object.entries(byResponse).flatMap(([id, list]) =>
      criterionKey === key && id === responseId ? [] : list,
    ),
  );
  const kept = [cutRun(run)];
  let taken = weigh([...others, ...kept]);
  const earlier = ownValue(ownValue(runs, key), responseId) ?? [];
  for (const each of earlier.toReversed()) {
    taken = add(taken, weighOne(each));
    const isFull = taken.bytes > runsTogether.bytes || taken.fields > runsTogether.fields;
    if (isFull || kept.length === answerLimits.runsOfResponse) break;
    kept.unshift(each);
  }
  return kept;
}

function cutRun(run: CodeRun): CodeRun {
  return {
    ...run,
    code: cutText(run.code),
    stdin: cutText(run.stdin),
    stdout: cutText(run.stdout),
    stderr: cutText(run.stderr),
    durationMs: Math.max(0, run.durationMs),
    tests: run.tests
      .slice(0, answerLimits.testsOfRun)
      .map(({ name, passed }) => ({ name: cutText(name, answerLimits.testNameCharacters), passed })),
  };
}

/** Half of a character that was cut in two could not be stored, nor could a NUL. */
function cutText(text: string, most: number = answerLimits.runCharacters): string {
  return text.slice(0, most).toWellFormed().replaceAll('\u0000', '\uFFFD');
}

function weigh(runs: readonly CodeRun[]): Weight {
  return runs.map(weighOne).reduce(add, { bytes: 0, fields: 0 });
}

function weighOne(run: CodeRun): Weight {
  return {
    bytes: new TextEncoder().encode(JSON.stringify(run)).length,
    fields: fieldsOfRun + fieldsOfTest * run.tests.length,
  };
}

function add(one: Weight, other: Weight): Weight {
  return { bytes: one.bytes + other.bytes, fields: one.fields + other.fields };
}
