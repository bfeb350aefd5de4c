import type { SeenTask } from './seen-task.ts';

/** A row of annotations, as a reader who knows nothing of ours finds it. */
export interface AnnotationRow {
  readonly responses: readonly { readonly id: string; readonly text: string }[];
  readonly pair_answers: string;
  readonly response_answers: string;
  readonly task_answers: string;
  readonly other_answers: string;
  /** JSON; empty where the item has none. */
  readonly dialogue: string;
  readonly justification: string;
  readonly confidence: number;
}

type Loose = Record<string, never> | undefined;
type Speak = (value: never, names: Names) => string;

/** How responses and files of a row are called on screen. */
export interface Names {
  letter(responseId: string): string;
  text(responseId: string): string;
  /** The letter under which a file stands. */
  file(mediaId: string): string;
}

const value = (given: unknown) =>
  given === null ? 'not applicable' : Array.isArray(given) ? given.join(' + ') : String(given);

const preference: Speak = (answer: { verdict: string; responseId: string; strength: number }, names) =>
  answer.verdict === 'prefers'
    ? `${names.letter(answer.responseId)} by ${answer.strength}`
    : answer.verdict.replace('_', ' ');

const ranking: Speak = (
  answer: { verdict: string; groups: string[][]; unrankable?: string[]; best: string; worst: string },
  { letter },
) => {
  if (answer.verdict === 'best_worst') return `best ${letter(answer.best)}, worst ${letter(answer.worst)}`;
  const order = answer.groups.map((group) => group.map(letter).join('=')).join(' > ');
  const left = answer.unrankable?.map(letter).sort().join(' ');
  return left === undefined ? order : `${order}, not ${left}`;
};

/** "r1.s2" is the second step of A, "t2" the second turn. */
const unit = (id: string, { letter }: Names) =>
  id.startsWith('t') ? id : [letter(id.split('.')[0] ?? ''), ...id.split('.s').slice(1)].join('.');

interface Mark {
  readonly unitId: string;
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly source?: string;
}

function sayMark(key: string, mark: Mark, names: Names): string {
  const quote = [...names.text(mark.unitId)].slice(mark.start, mark.end).join('');
  const source = mark.source === undefined ? '' : `, ${mark.source}`;
  return `${key} ${names.letter(mark.unitId)} “${quote}”: ${mark.label}${source}`;
}

interface Region {
  readonly mediaId: string;
  readonly label: string;
  readonly shape: { kind: string; x: number; y: number; width: number; height: number } & {
    startMs: number;
    endMs: number;
  };
}

function sayRegion(key: string, { mediaId, label, shape }: Region, names: Names): string {
  const percent = [shape.x, shape.y, shape.width, shape.height].map((part) => Math.round(part * 100));
  const seconds = [shape.startMs, shape.endMs].map((part) => (part / 1000).toFixed(1));
  const place = (shape.kind === 'time' ? seconds : percent).join(' ');
  return `${key} ${names.file(mediaId)} ${shape.kind} ${place}: ${label}`;
}

const entriesOf = (record: unknown) => Object.entries((record ?? {}) as Record<string, never>);

/** Each answer of a row in one line, in no order. */
export function sayAnswers(row: AnnotationRow, names: Names): string[] {
  const other = JSON.parse(row.other_answers) as Record<string, Loose>;
  const byKey = (record: unknown, speak: Speak) =>
    entriesOf(record).map(([key, answer]) => `${key}: ${speak(answer, names)}`);
  const byUnit = (record: unknown) =>
    entriesOf(record).flatMap(([key, units]) =>
      entriesOf(units).map(([id, given]) => `${key} ${unit(id, names)}: ${value(given)}`),
    );
  const lists = (record: unknown, say: (key: string, one: never, names: Names) => string) =>
    entriesOf(record).flatMap(([key, list]: [string, readonly never[]]) =>
      list.length === 0 ? [`${key}: nothing to mark`] : list.map((one) => say(key, one, names)),
    );
  return [
    ...byKey(JSON.parse(row.pair_answers), preference),
    ...byKey(JSON.parse(row.task_answers), value as Speak),
    ...byUnit(JSON.parse(row.response_answers)),
    ...byKey(other.ranking, ranking),
    ...byUnit(other.turn),
    ...byUnit(other.step),
    ...lists(other.span, sayMark as never),
    ...lists(other.region, sayRegion as never),
    ...byKey(other.writing, written),
    ...byKey(other.chat, () => 'held'),
    ...sayWays(other.continuation, row.dialogue),
    ...sayRuns(other.runs, names),
    ...byKey(other.unsettled, (({ section }: { section: string }) => `not settled by “${section}”`) as Speak),
    ...sayConflict(other.conflict),
    ...(row.justification === '' ? [] : [`why: ${row.justification}`]),
    ...(row.confidence === 0 ? [] : [`confidence: ${row.confidence}`]),
  ];
}

const written: Speak = ({ text, editedFrom }: { text: string; editedFrom: string | null }, names) =>
  editedFrom === null ? text : `${text} (from ${names.letter(editedFrom)})`;

/** How many tests passed in the last run of each response. */
function sayRuns(record: unknown, names: Names): string[] {
  return entriesOf(record).flatMap(([key, units]) =>
    entriesOf(units).map(([id, runs]: [string, readonly { tests: readonly { passed: boolean }[] }[]]) => {
      const tests = runs.at(-1)?.tests ?? [];
      const passed = tests.filter((test) => test.passed).length;
      return `${key} ${names.letter(id)}: ${passed} of ${tests.length}`;
    }),
  );
}

interface Way {
  readonly path: readonly { chosen: string | null }[];
  readonly aside?: readonly { chosen: string | null }[];
}

/** Replies by their first two words, in the order in which they were chosen. */
function sayWays(record: unknown, dialogue: string): string[] {
  const turns = dialogue === '' ? [] : (JSON.parse(dialogue) as readonly { id: string; text: string }[]);
  const call = ({ chosen }: { chosen: string | null }) =>
    turns
      .find(({ id }) => id === chosen)
      ?.text.split(' ')
      .slice(0, 2)
      .join(' ') ?? 'none';
  return entriesOf(record).map(([key, { path, aside = [] }]: [string, Way]) => {
    const left = aside.length === 0 ? '' : `, left ${aside.map(call).join(' and ')}`;
    return `${key}: ${path.map(call).join(' > ')}${left}`;
  });
}

function sayConflict(conflict: unknown): string[] {
  if (conflict === undefined) return [];
  const { criterionKeys, wonKey } = conflict as { criterionKeys: readonly string[]; wonKey: string | null };
  return [`in conflict: ${criterionKeys.join(', ') || 'none'}; won: ${wonKey ?? 'none'}`];
}

/** What is expected of a task, with the letters and words that stood on screen filled in. */
export function fillIn(expected: string, { words, letters }: SeenTask): string {
  return expected.replaceAll(
    /\{(\w)\}/g,
    (_, name: string) => words[name] ?? letters[Number(name) - 1] ?? '?',
  );
}
