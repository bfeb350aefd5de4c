import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { TemplateStart } from '#domain/rubrics/rubric-template.ts';
import type { ScaleAnchor } from '#domain/rubrics/scale.ts';
import { fiveAttributesGuidelines } from './five-attributes-guidelines.ts';

type Point = readonly [label: string, help: string];

function rateEachResponse(
  naming: { key: string; label: string; help: readonly string[] },
  points: readonly [Point, Point, Point, Point, Point],
): Criterion {
  const anchors: ScaleAnchor[] = points.map(([label, help], value) => ({ value, label, help }));
  return {
    key: naming.key,
    label: naming.label,
    help: naming.help.join('\n'),
    target: 'response',
    scale: { kind: 'rating', min: 0, max: 4, anchors },
    required: true,
  };
}

const helpfulness = rateEachResponse(
  {
    key: 'helpfulness',
    label: 'Helpfulness',
    help: [
      'How much does this response do for the person who asked?',
      '',
      'Judge what it achieves as a whole: the request understood, every part answered, every limit kept. It may rest on the other four, but decide it on its own.',
    ],
  },
  [
    ['No help', 'Misses the request entirely, or cannot be used at all.'],
    ['Little help', 'Touches the request, but most of what was needed is missing or wrong.'],
    ['Partly helpful', 'Gets the main idea and leaves work to do: parts missing, or limits not kept.'],
    ['Mostly helpful', 'Does what was asked with room for improvement that hardly matters.'],
    ['Fully helpful', 'Does all of what was asked; you would send it as it is.'],
  ],
);

const correctness = rateEachResponse(
  {
    key: 'correctness',
    label: 'Correctness',
    help: [
      'Is everything true, and is everything there that the request calls for?',
      '',
      'Check facts, figures, code and quotations. Both an invented detail and a missing necessary one lower the rating.',
    ],
  },
  [
    ['Wrong', 'False in what matters, made up, or about something else.'],
    ['Mostly wrong', 'Some true parts among several errors or invented details.'],
    ['Mixed', 'Right in the main, with an error or a gap that would mislead a reader.'],
    ['Mostly right', 'Small slips or omissions that change nothing important.'],
    ['Right and complete', 'No error that you can find after checking, and nothing necessary left out.'],
  ],
);

const coherence = rateEachResponse(
  {
    key: 'coherence',
    label: 'Coherence',
    help: [
      'Is it clear, consistent and easy to follow?',
      '',
      'Look at order, logic, style and language. A wrong answer can be perfectly coherent.',
    ],
  },
  [
    ['Cannot be followed', 'Garbled, broken off, or contradicts itself throughout.'],
    ['Hard to follow', 'Loses its thread, repeats itself, or contradicts itself in places that matter.'],
    ['A little unclear', 'Can be followed with effort: sudden jumps, mixed styles, or loose ends.'],
    ['Mostly clear', 'Reads well, with a rough sentence or an awkward order here and there.'],
    ['Clear throughout', 'Well ordered and consistent from beginning to end.'],
  ],
);

const complexity = rateEachResponse(
  {
    key: 'complexity',
    label: 'Complexity',
    help: [
      'How much learning did it take to write this?',
      '',
      'This describes and does not praise: simple is right for a simple question. Judge words and ideas, not length.',
    ],
  },
  [
    ['Basic', 'Anybody who speaks the language could have written it; children understand it.'],
    ['Simple', 'Everyday words and ideas, as at the end of compulsory school.'],
    ['Intermediate', 'Some special words or reasoning; an interested adult follows.'],
    ['Advanced', 'Takes training in the subject to write, and some to read.'],
    ['Expert', 'Only somebody who works in the subject could have written it.'],
  ],
);

const verbosity = rateEachResponse(
  {
    key: 'verbosity',
    label: 'Verbosity',
    help: [
      'How long is it for what was asked?',
      '',
      'This describes and does not praise. Measure it against the request: ten lines are long for a yes-or-no question and short for an essay.',
    ],
  },
  [
    ['Very terse', 'The bare answer, or less than was needed.'],
    ['Short', 'To the point, with little explained.'],
    ['Just right', 'As long as the request calls for.'],
    ['Long', 'More detail or repetition than was needed.'],
    ['Very long', 'Much longer than was needed; the answer has to be searched for.'],
  ],
);

/** Five ratings a response, as in the HelpSteer data sets; no pair is compared. */
export const fiveAttributes: TemplateStart = {
  key: 'helpsteer_five_attributes',
  purpose: 'rate',
  name: 'Five attributes for each response',
  summary:
    'Each response is rated from 0 to 4 for helpfulness, correctness, coherence, complexity and verbosity. Fits attribute reward models and KTO; pairs can be made from the ratings.',
  rubric: {
    criteria: [helpfulness, correctness, coherence, complexity, verbosity],
    overallKey: null,
    justification: { ask: 'optional', minCharacters: 0 },
    confidence: 'optional',
  },
  guidelines: fiveAttributesGuidelines,
};
