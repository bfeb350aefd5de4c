/** The models that come with the demo. They are scripts, and every reply says so. */
export const scriptedModels = [
  { model: 'script-asks', name: 'Demo script: asks back' },
  { model: 'script-lists', name: 'Demo script: makes lists' },
  { model: 'script-repeats', name: 'Demo script: repeats' },
] as const;
export type ScriptedModel = (typeof scriptedModels)[number]['model'];

const signature = '*(A script of the demo, no language model.)*';
const questions = [
  'What matters most to you here: time, money or peace of mind?',
  'What have you tried so far?',
  'Who else is concerned by this?',
  'How would you notice that it is solved?',
];
const steps = [
  ['Write down what cannot be changed.', 'Take the smallest step that helps.', 'Look again tomorrow.'],
  ['Name the best case.', 'Name the worst case.', 'Prepare for the one in between.'],
  ['Ask somebody who has done it.', 'Do half of what they say.', 'Tell them how it went.'],
];

const replies: Readonly<Record<ScriptedModel, (quote: string, turn: number) => string>> = {
  'script-asks': (quote, turn) =>
    `You say “${quote}”. Before I answer: ${questions[turn % questions.length] ?? ''}`,
  'script-lists': (quote, turn) => {
    const list = (steps[turn % steps.length] ?? []).map((step, index) => `${index + 1}. ${step}`).join('\n');
    return `About “${quote}”:\n\n${list}`;
  },
  'script-repeats': (quote, turn) =>
    turn === 0
      ? `I understand: “${quote}”. Tell me more, and I will keep it in mind.`
      : `As I said: tell me more. Now I have also heard “${quote}”.`,
};

/** What a scripted model replies to a conversation; the same for the same conversation. */
export function replyByScript(
  model: ScriptedModel,
  messages: readonly { readonly role: string; readonly content: string }[],
): string {
  const asked = messages.filter(({ role }) => role === 'user').map(({ content }) => content);
  const last = asked.at(-1) ?? '';
  // What a probe asks wants no more than a sign of life.
  if (last === 'Say hello.') return 'Hello.';
  return `${replies[model](quoteOf(last), asked.length - 1)}\n\n${signature}`;
}

function quoteOf(text: string): string {
  const plain = text
    .replaceAll(/[\s*_`#>[\]|$]+/g, ' ')
    .trim()
    .replace(/[.,;:]+$/, '');
  const characters = Array.from(plain);
  return characters.length <= 90 ? plain : `${characters.slice(0, 90).join('').trimEnd()} …`;
}
