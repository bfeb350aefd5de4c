import type { ExportFormat } from '#domain/exports/export-format.ts';

interface Message {
  readonly role: string;
  readonly content: string;
}
type Row = Readonly<Record<string, never>>;
/** The letter of a response by its text; the text itself where it is none of the responses. */
type Call = (text: string) => string;

const said = (messages: readonly Message[]) => messages.map(({ content }) => content).join('\n');

function sayPair(row: Row, call: Call): string {
  const chosen = call(said(row.chosen ?? row.preferred_output ?? []));
  const rejected = call(said(row.rejected ?? row.non_preferred_output ?? []));
  return `${chosen} > ${rejected}`;
}

const columnsAround = ['prompt', 'response', 'item_id', 'response_id', 'pair_group', 'n_annotators'];

function sayRatings(row: Row, call: Call): string {
  const ratings = Object.entries(row).filter(([name]) => !columnsAround.includes(name));
  return [call(row.response ?? ''), ...ratings.map(([name, rating]) => `${name}=${rating}`)].join(' ');
}

function sayRanks(row: Row, call: Call): string {
  const completions: readonly { rank: number; completion: Message[] }[] = row.completions ?? [];
  return completions
    .map(({ rank, completion }) => `${call(said(completion))}=${rank}`)
    .sort()
    .join(' ');
}

function saySteps(row: Row, call: Call): string {
  const completions: readonly string[] = row.completions ?? [];
  const labels: readonly boolean[] = row.labels ?? [];
  return `${call(completions[0] ?? '')} ${labels.join(' ')}, first error ${row.first_error}`;
}

function sayMarks(row: Row, call: Call): string {
  const parts: readonly string[] = [
    call(row.text ?? ''),
    `“${row.quote}”`,
    row.label ?? '',
    row.source ?? '',
  ];
  return parts.filter(Boolean).join(' ');
}

function sayConversation(row: Row): string {
  const messages: readonly Message[] = row.messages ?? [];
  const talk = messages.map(({ role, content }) => `${role}: ${content}`).join(' / ');
  const attacks: readonly { attack: Readonly<Record<string, string>> }[] = JSON.parse(row.attacks ?? '[]');
  const plan = attacks.find(({ attack }) => attack.technique !== undefined)?.attack;
  if (plan === undefined) return talk;
  const by = [plan.technique, plan.harm, plan.target].join(' ');
  return `${talk}, success ${row.success}, broke at ${row.broke_at_turn}, by ${by}`;
}

/** One row of training data in one line. */
export function sayRow(format: ExportFormat, row: Row, call: Call): string {
  switch (format) {
    case 'trl-reward':
      return `${sayPair(row, call)} by ${row.margin}`;
    case 'trl-preference':
    case 'openai-dpo':
      return sayPair(row, call);
    case 'trl-kto':
      return `${call(said(row.completion ?? []))} ${row.label ? 'good' : 'bad'}`;
    case 'nemo-ranking':
      return sayRanks(row, call);
    case 'ratings':
      return sayRatings(row, call);
    case 'trl-sft':
      return said(row.completion ?? []);
    case 'trl-prompts':
      return said(row.prompt ?? []);
    case 'trl-stepwise':
      return saySteps(row, call);
    case 'marks':
      return sayMarks(row, call);
    case 'conversations':
      return sayConversation(row);
    case 'annotations':
      throw new Error('Annotations are read by sayAnswers.');
  }
}
