import type { GivenJudgment, MeantPreference } from './judge-by-keyboard.ts';
import { lettersOf, nameOfTask } from './judge-by-keyboard.ts';

interface Message {
  readonly role: string;
  readonly content: string;
}

/** What a reader of the annotations file needs of a row. */
export interface AnnotationRow {
  readonly annotator: string;
  readonly order_shown: readonly string[];
  readonly prompt: readonly Message[];
  readonly responses: readonly { readonly id: string; readonly text: string }[];
  readonly verdict: string;
  readonly preferred_response: string;
  readonly strength: number;
  readonly confidence: number;
  readonly justification: string;
  readonly pair_answers: string;
}

/** What a reader of the preference file needs of a row. */
export interface PreferenceRow {
  readonly prompt: readonly Message[];
  readonly chosen: readonly Message[];
  readonly rejected: readonly Message[];
  readonly n_annotators: number;
  readonly votes_chosen: number;
  readonly votes_rejected: number;
}

const roleNames: Readonly<Record<string, string>> = {
  system: 'System',
  user: 'Human',
  assistant: 'Assistant',
};

function conversationOf(prompt: readonly Message[]): string {
  return prompt.map(({ role, content }) => lettersOf(`${roleNames[role] ?? role}${content}`)).join('');
}

interface StoredPreference {
  readonly verdict: string;
  readonly responseId?: string;
  readonly strength?: number;
}

function meantBy(
  answer: StoredPreference | undefined,
  order: readonly string[],
): MeantPreference | undefined {
  if (answer === undefined) return undefined;
  if (answer.verdict === 'tie' || answer.verdict === 'both_bad') return { side: answer.verdict, strength: 0 };
  return { side: answer.responseId === order[0] ? 'A' : 'B', strength: answer.strength ?? 0 };
}

/** A row as the judgment that a person must have given: A and B by the order that it says was shown. */
export function judgmentInRow(row: AnnotationRow): GivenJudgment {
  const shown = (index: number) =>
    lettersOf(row.responses.find(({ id }) => id === row.order_shown[index])?.text ?? '');
  const task = { conversation: conversationOf(row.prompt), a: shown(0), b: shown(1) };
  const answers = JSON.parse(row.pair_answers) as Readonly<Record<string, StoredPreference>>;
  const helpfulness = meantBy(answers.helpfulness, row.order_shown);
  const overall = { verdict: row.verdict, responseId: row.preferred_response, strength: row.strength };
  return {
    task,
    overall: meantBy(overall, row.order_shown) ?? { side: 'tie', strength: 0 },
    ...(helpfulness && { helpfulness }),
    ...(row.justification !== '' && { justification: row.justification }),
    ...(row.confidence !== 0 && { confidence: row.confidence as 1 | 2 | 3 }),
  };
}

/** Sorted by item, so that two lists can be held against each other. */
export function inItemOrder(given: readonly GivenJudgment[]): GivenJudgment[] {
  return given.toSorted((one, other) => (nameOfTask(one.task) < nameOfTask(other.task) ? -1 : 1));
}

interface ExpectedPair {
  readonly conversation: string;
  readonly chosen: string;
  readonly rejected: string;
  readonly annotators: number;
  readonly votesChosen: number;
  readonly votesRejected: number;
}

/** The pairs that judgments come to, worked out by hand: the majority, then the strengths; ties make no row. */
export function expectedPairs(given: readonly GivenJudgment[]): ExpectedPair[] {
  const items = Object.values(Object.groupBy(given, ({ task }) => nameOfTask(task)));
  return items.flatMap((judgments = []) => expectedPair(judgments));
}

function expectedPair(judgments: readonly GivenJudgment[]): ExpectedPair[] {
  const task = judgments[0]?.task;
  if (task === undefined) return [];
  const [first = '', second = ''] = [task.a, task.b].sort();
  const votes = judgments.map((judgment) => voteOf(judgment, first));
  const count = (sign: number) => votes.filter((vote) => Math.sign(vote) === sign).length;
  const bothBad = judgments.filter(({ overall }) => overall.side === 'both_bad').length;
  const ties = judgments.filter(({ overall }) => overall.side === 'tie').length;
  if (bothBad * 2 > judgments.length || ties * 2 > judgments.length) return [];
  const lead = count(-1) - count(1) || -votes.reduce((sum, vote) => sum + vote, 0);
  if (lead === 0) return [];
  const isFirst = lead > 0;
  return [
    {
      conversation: task.conversation,
      chosen: isFirst ? first : second,
      rejected: isFirst ? second : first,
      annotators: judgments.length,
      votesChosen: count(isFirst ? -1 : 1),
      votesRejected: count(isFirst ? 1 : -1),
    },
  ];
}

/** Negative for the first text, positive for the second, 0 for neither. */
function voteOf({ task, overall }: GivenJudgment, first: string): number {
  if (overall.side !== 'A' && overall.side !== 'B') return 0;
  const preferred = overall.side === 'A' ? task.a : task.b;
  return preferred === first ? -overall.strength : overall.strength;
}

export function pairInRow(row: PreferenceRow): ExpectedPair {
  const textOf = (messages: readonly Message[]) => lettersOf(messages.map(({ content }) => content).join(''));
  return {
    conversation: conversationOf(row.prompt),
    chosen: textOf(row.chosen),
    rejected: textOf(row.rejected),
    annotators: row.n_annotators,
    votesChosen: row.votes_chosen,
    votesRejected: row.votes_rejected,
  };
}

export function inPairOrder(pairs: readonly ExpectedPair[]): ExpectedPair[] {
  const nameOf = ({ conversation, chosen, rejected }: ExpectedPair) =>
    [conversation, chosen, rejected].join('|');
  return pairs.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}
