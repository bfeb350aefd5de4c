import type { TemplateKey } from '#domain/rubrics/examples/example-items.ts';
import { recordFilm } from '#test/support/record-film.ts';
import { tinyPng, tinyWav } from '#test/support/tiny-media.ts';
import { asked, type CaseFile, type TemplateCase } from './template-case.ts';

const showing = (file: string, text: string, alt: string) => ({ text, attachments: [{ name: file, alt }] });

const image = (name: string, shade: number): CaseFile => ({
  name,
  make: async () => tinyPng({ width: 320, height: 200, shade }),
});
const sound = (name: string, pitch: number): CaseFile => ({
  name,
  make: async () => tinyWav({ seconds: 6, pitch }),
});
const film = (name: string, hue: number): CaseFile => ({
  name,
  make: (browser) => recordFilm(browser, hue),
});

const firstByTwo = {
  'trl-preference': ['A > B'],
  'trl-reward': ['A > B by 0.666667'],
  'trl-kto': ['A good', 'B bad'],
  'openai-dpo': ['A > B'],
};
const secondByTwo = {
  'trl-preference': ['B > A'],
  'trl-reward': ['B > A by 0.666667'],
  'trl-kto': ['A bad', 'B good'],
  'openai-dpo': ['B > A'],
};

export const imageComparison: TemplateCase = {
  key: 'image_comparison',
  files: [image('wall.png', 40), image('gate.png', 120), image('sea.png', 180), image('sand.png', 220)],
  tasks: [
    {
      row: {
        prompt: asked('A red bicycle leaning on a yellow wall, early morning light, no people.'),
        responses: [
          showing('wall.png', 'Here is the wall.', 'A wall in the morning'),
          showing('gate.png', 'Here is the gate.', 'A gate in the morning'),
        ],
      },
      sign: 'A red bicycle',
      keys: ['2', '3', '6', 'e', 'b', 'ArrowRight', 'Enter', '3', 'Escape', 'Escape'],
      answers: ['overall: A by 2', 'match: A by 1', 'looks: B by 2', 'flaws A box 41 40 20 20: text'],
      rows: firstByTwo,
    },
    {
      row: {
        prompt: asked('The sea before a storm.'),
        responses: [
          showing('sea.png', 'Here is the sea.', 'The sea'),
          showing('sand.png', 'Here is the beach.', 'The beach'),
        ],
      },
      sign: 'The sea before',
      keys: ['6', '6', '4', '0'],
      answers: ['overall: B by 2', 'match: B by 2', 'looks: tie', 'flaws: nothing to mark'],
      rows: secondByTwo,
    },
  ],
};

interface Played {
  readonly key: TemplateKey;
  readonly files: readonly CaseFile[];
  readonly prompts: readonly [string, string];
  /** The criteria between the overall one and the flaws. */
  readonly criteria: readonly [string, string];
  /** How a stretch of the first file is marked, and what comes of it. */
  readonly mark: { readonly keys: readonly string[]; readonly answer: string };
}

function played({ key, files, prompts, criteria, mark }: Played): TemplateCase {
  const take = (index: number, words: string) =>
    showing(files[index]?.name ?? '', `Take ${words}.`, `The take ${words}`);
  const [one, other] = criteria;
  return {
    key,
    files,
    tasks: [
      {
        row: { prompt: asked(prompts[0]), responses: [take(0, 'one'), take(1, 'two')] },
        sign: prompts[0],
        keys: ['6', '6', '5', 'e', ...mark.keys, 'Escape', 'Escape'],
        answers: ['overall: B by 2', `${one}: B by 2`, `${other}: B by 1`, mark.answer],
        rows: secondByTwo,
      },
      {
        row: { prompt: asked(prompts[1]), responses: [take(2, 'three'), take(3, 'four')] },
        sign: prompts[1],
        keys: ['2', '1', '4'],
        answers: ['overall: A by 2', `${one}: A by 3`, `${other}: tie`],
        rows: firstByTwo,
      },
    ],
  };
}

export const audioComparison = played({
  key: 'audio_comparison',
  files: [sound('one.wav', 300), sound('two.wav', 400), sound('three.wav', 500), sound('four.wav', 600)],
  prompts: ['Read aloud: “The train to Sofia leaves at 9:40.”', 'Read aloud: “Mind the step.”'],
  criteria: ['faithful', 'natural'],
  mark: {
    keys: ['Home', 'ArrowRight', 'm', 'ArrowRight', 'm', '2'],
    answer: 'flaws A time 2.0 4.0: pronunciation',
  },
});

export const videoComparison = played({
  key: 'video_comparison',
  files: [film('one.webm', 0), film('two.webm', 90), film('three.webm', 180), film('four.webm', 270)],
  prompts: ['A cat jumps from a chair onto a table.', 'A kettle begins to boil.'],
  criteria: ['match', 'motion'],
  mark: { keys: ['Home', 'm', '.', '.', '.', 'm', '1'], answer: 'flaws A time 0.0 0.1: body' },
});
