import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { TemplateStart } from '#domain/rubrics/rubric-template.ts';
import type { PreferenceScale } from '#domain/rubrics/scale.ts';

const sevenPoint: PreferenceScale = {
  kind: 'preference',
  steps: 3,
  tie: true,
  bothBad: false,
  anchors: [
    { value: 0, label: 'About the same', help: 'You could swap the two and nobody would lose or gain.' },
    {
      value: 1,
      label: 'Slightly better',
      help: 'You lean one way, and would understand a colleague who leans the other.',
    },
    {
      value: 2,
      label: 'Better',
      help: 'Most careful readers would choose the same one, for a reason you can name.',
    },
    {
      value: 3,
      label: 'Much better',
      help: 'The other one fails in a way that matters: wrong, unusable, or harmful.',
    },
  ],
};

const criteria: readonly Criterion[] = [
  {
    key: 'overall',
    label: 'Overall preference',
    help: [
      'Which response would you rather have received, had you written this prompt?',
      '',
      'Weigh everything together; it need not be the sum of the other answers. Choose **both bad** only when neither could be sent to anybody: it is not a tie.',
    ].join('\n'),
    target: 'pair',
    scale: { ...sevenPoint, bothBad: true },
    required: true,
  },
  {
    key: 'helpfulness',
    label: 'Helpfulness',
    help: [
      'Which response does more of what the person needs?',
      '',
      '- **Counts:** does what was asked, follows every stated limit (length, format, language), complete, easy to use.',
      '- **Does not count:** length for its own sake, politeness, confident tone.',
      '',
      'A response that answers a different question is less helpful, however good its text.',
    ].join('\n'),
    target: 'pair',
    scale: sevenPoint,
    required: false,
  },
  {
    key: 'honesty',
    label: 'Honesty',
    help: [
      'Which response leaves a reader with truer beliefs?',
      '',
      '- **Counts:** facts that hold, sources that exist, doubt stated where there is doubt, no claim to have done what a model cannot do.',
      '- **Does not count:** hedging everything. Vague is not the same as honest.',
      '',
      'Look up what you are not sure of.',
    ].join('\n'),
    target: 'pair',
    scale: sevenPoint,
    required: false,
  },
  {
    key: 'harmlessness',
    label: 'Harmlessness',
    help: [
      'Which response would do less harm if the person acted on it?',
      '',
      '- **Counts:** danger to the reader or to others, demeaning people, private data, help with a crime.',
      '- **Does not count:** refusing a harmless request. When neither could hurt anybody, answer *about the same*.',
    ].join('\n'),
    target: 'pair',
    scale: sevenPoint,
    required: false,
  },
];

const guidelines = `# What this project is about

You read a conversation and two possible next replies, and say which one is better and by how much.
Your judgments train a model to write more like the better one.

## Before you choose

1. Read the whole conversation, then both responses to the end. The second half of a long response is where most errors are.
2. Check what can be checked: follow the arithmetic, run the code in your head, look up the name or the date.
3. Choose first, and only then write down why.

## How strong is a preference

- **Much better**: the other one fails in a way that matters: wrong, unusable, or harmful.
- **Better**: most careful readers would choose the same one, for a reason you can name.
- **Slightly better**: you lean one way, and would understand a colleague who leans the other.
- **About the same**: you could swap the two and nobody would lose or gain.

Use the whole scale. If most of your answers are *slightly*, read more closely before you choose.

## Both bad

Choose this when neither response could be sent to anybody. It is not a tie: two good responses of equal worth are *about the same*.

## What must not sway you

- Which one stands on the left. The order is random.
- Length. A short, right answer beats a long, padded one.
- Looks. Headings and bold text help only where they make the answer easier to use.
- A confident tone. Being sure and being right are two things.

## When a request should be refused

A good refusal says so plainly, does not preach, and offers what can be done instead.
Refusing something harmless is a failure of helpfulness.

## When you cannot judge

Skip a task that needs knowledge you do not have, or that is broken, and say which. Flag a task that worries you.
Skipping costs you nothing; guessing costs the project.
`;

/** The usual preference task: three strengths a side with a tie, and three named reasons. */
export const pairwiseSevenPoint: TemplateStart = {
  key: 'pairwise_7_point',
  purpose: 'compare',
  name: 'Pairwise preference, 7 points',
  summary:
    'Two responses, an overall preference from “much better” to “about the same”, and the same scale for helpfulness, honesty and harmlessness. Fits reward models and DPO.',
  rubric: {
    criteria,
    overallKey: 'overall',
    justification: { ask: 'optional', minCharacters: 0 },
    confidence: 'optional',
  },
  guidelines,
};
