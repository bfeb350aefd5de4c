import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { TemplateStart } from '#domain/rubrics/rubric-template.ts';

const criteria: readonly Criterion[] = [
  {
    key: 'step',
    label: 'This step',
    help: 'Is this step right, given the steps before it?\n\n- **Good:** right, and it leads on.\n- **Neutral:** not wrong, but it leads nowhere: a repetition, a detour, nothing to check.\n- **Bad:** wrong, or it does not follow.\n\nNothing is asked after the first bad step: what follows rests on an error.',
    target: 'step',
    scale: { kind: 'step_label', neutral: true, stopAtFirstError: true },
    required: true,
  },
  {
    key: 'error',
    label: 'What kind of error',
    help: 'The nearest kind. Where two apply, choose the one that came first in the step.',
    target: 'step',
    scale: {
      kind: 'choice',
      options: [
        { key: 'calculation', label: 'Calculation', help: 'Right method, wrong figure.' },
        { key: 'logic', label: 'Logic', help: 'It does not follow from what stands before.' },
        { key: 'reading', label: 'Misread the task', help: 'Something else is solved than was asked.' },
        { key: 'fact', label: 'False fact', help: 'A theorem, formula or fact that does not hold.' },
      ],
    },
    required: true,
    condition: { criterionKey: 'step', test: { kind: 'one_of', values: ['bad'] } },
  },
  {
    key: 'answer',
    label: 'Final answer',
    help: 'Whether the last line answers the task rightly, however it was reached. A right answer after a bad step is luck, and worth knowing.',
    target: 'response',
    scale: {
      kind: 'choice',
      options: [
        { key: 'right', label: 'Right', help: 'It is what the task asks for, in the form it asks for.' },
        { key: 'wrong', label: 'Wrong', help: 'Another value, or an answer to another question.' },
        { key: 'missing', label: 'Missing', help: 'The solution ends without an answer.' },
      ],
    },
    required: true,
  },
];

const guidelines = `# What this project is about

You walk through a solution step by step and label each one, up to the first bad one. Models that check reasoning are trained on this: where a
solution goes wrong is worth more than that it does.

## How to go through a solution

1. Solve the task yourself, or at least know how you would.
2. Go step by step, with the steps before it taken for granted.
3. Do the arithmetic again. Most errors are small ones in the middle of a line.

## Good

Right, and it brings the answer nearer. It may be clumsy, and it need not be what you would have done: another way is good as long as it holds.

## Neutral

Not wrong, and no use: saying the task again, a detour that is dropped, a remark. If you cannot say what would be lost without it, it is neutral.

## Bad

A false figure, a conclusion that does not follow, a fact that does not hold, a condition forgotten. A gap is bad where a careful reader could
not fill it at once.

## After the first bad step

Nothing more is asked: whatever comes later rests on the error. Only the final answer is still judged, and it may be right by luck.

## Solutions that change their mind

"Wait, that is wrong" followed by the right figure: the wrong step is bad all the same. It is not your task to forgive it.

## When you cannot judge

Skip a task beyond your mathematics, or one whose text is broken, and say which. Do not guess: one wrong label spoils a whole chain.
`;

/** Every step of a solution up to the first error. */
export const processSupervision: TemplateStart = {
  key: 'process_supervision',
  purpose: 'check',
  name: 'Steps of a solution',
  summary:
    'Each step of a solution is good, neutral or bad, up to the first error, whose kind is named; the final answer is judged apart. Fits process reward models.',
  rubric: {
    criteria,
    overallKey: null,
    justification: { ask: 'off', minCharacters: 0 },
    confidence: 'off',
  },
  guidelines,
};
