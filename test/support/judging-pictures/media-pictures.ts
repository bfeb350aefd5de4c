import { makePictures } from '#seeds/demo/media/pictures.ts';
import { makeSounds } from '#seeds/demo/media/sounds.ts';

import { asked, type CaseFile } from '#test/support/template-cases/template-case.ts';
import { type JudgingPicture, times } from './judging-picture.ts';
import { recordCat } from './record-cat.ts';

const showing = (file: string, alt: string) => ({ text: '', attachments: [{ name: file, alt }] });

function demoFile(name: string): CaseFile {
  return {
    name,
    make: async () => {
      const found = [...makePictures(), ...makeSounds()].find((file) => file.name === name);
      if (found === undefined) throw new Error(`The demo makes no ${name}.`);
      return new Uint8Array(found.bytes);
    },
  };
}

/** Pictures, sounds and films: those of the demo, and two films of a cat that jumps. */
export const mediaPictures: readonly JudgingPicture[] = [
  {
    name: 'image_comparison',
    templateKey: 'image_comparison',
    height: 1140,
    files: [demoFile('boat-1.png'), demoFile('boat-2.png')],
    row: {
      prompt: asked('A boat with two sails on a calm sea; the low sun stands on the left.'),
      responses: [showing('boat-1.png', 'A sailing boat'), showing('boat-2.png', 'Another sailing boat')],
    },
    keys: ({ prefer }) => [
      ...[prefer(1, 2), prefer(1, 3), prefer(1, 1), 'tab:Another sailing boat', 'b'],
      ...[...times(34, 'ArrowRight'), ...times(6, 'ArrowDown')],
      ...['Enter', '2', 'tab:Note', 'type:The sun stands on the right.'],
    ],
  },
  {
    name: 'audio_comparison',
    templateKey: 'audio_comparison',
    files: [demoFile('rain-1.wav'), demoFile('rain-2.wav')],
    row: {
      prompt: asked('Soft, even rain. No tone.'),
      responses: [showing('rain-1.wav', 'A sound'), showing('rain-2.wav', 'Another sound')],
    },
    keys: ({ prefer }) => [
      prefer(1, 2),
      prefer(1, 2),
      ...['tab:Another sound', 'see:/ 0:01.5'],
      ...[...times(2, 'Shift+ArrowRight'), 'see:0:00.4', 'm'],
      ...[...times(4, 'Shift+ArrowRight'), 'see:0:01.2', 'm', '4'],
    ],
  },
  {
    name: 'video_comparison',
    templateKey: 'video_comparison',
    height: 1040,
    files: [
      { name: 'cat-1.webm', make: (browser) => recordCat(browser, 1) },
      { name: 'cat-2.webm', make: (browser) => recordCat(browser, 0.6) },
    ],
    row: {
      prompt: asked('A cat jumps from a chair onto a table, in one take, camera still.'),
      responses: [showing('cat-1.webm', 'A cat jumps'), showing('cat-2.webm', 'Another cat jumps')],
    },
    keys: ({ prefer }) => [
      ...[prefer(1, 1), prefer(1, 2), 'tab:Another cat', 'Home'],
      ...[...times(18, '.'), 'see:0:00.6', 'm', ...times(9, '.'), 'see:0:00.9', 'm', '1'],
    ],
  },
];
