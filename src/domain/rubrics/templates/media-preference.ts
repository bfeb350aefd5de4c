import type { Criterion } from '#domain/rubrics/rubric.ts';

/** Which of two files is better, on the seven points that all comparisons of media share. */
export function betterOf(
  medium: 'image' | 'recording' | 'film',
  naming: Pick<Criterion, 'key' | 'label' | 'help'>,
): Criterion {
  return {
    ...naming,
    target: 'pair',
    scale: {
      kind: 'preference',
      steps: 3,
      tie: true,
      bothBad: naming.key === 'overall',
      anchors: [
        { value: 0, label: 'About the same', help: `You could swap the two, and nobody would mind.` },
        {
          value: 1,
          label: 'Slightly better',
          help: `You lean towards this ${medium}, and would not argue about it.`,
        },
        {
          value: 2,
          label: 'Better',
          help: `Most people would choose this ${medium}, for a reason you can name.`,
        },
        { value: 3, label: 'Much better', help: `The other ${medium} fails at this.` },
      ],
    },
    required: true,
  };
}
