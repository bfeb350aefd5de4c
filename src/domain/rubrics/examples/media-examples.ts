import type { Attachment, ItemContent } from '#domain/items/item.ts';

const kinds = { picture: 'image', sound: 'audio', film: 'video' } as const;

function file(name: `${keyof typeof kinds}-${string}`, mediaId: string, alt: string): Attachment {
  const kind = kinds[name.split('-')[0] as keyof typeof kinds];
  return { mediaId, kind, name: `example-${name}`, alt };
}

/** Made by `npm run examples`, which prints the hashes; the web app brings the files along. */
const files = {
  bicycles: [
    file(
      'picture-1.png',
      'b705c91b5fb9d8fe7000b367cc878833bbc76367a02904c1a5105fbfba65e527',
      'A red bicycle at a yellow wall; its front wheel has no spokes',
    ),
    file(
      'picture-2.png',
      '069b3be0607538a475cba5f107d19ef223b3132d104217c50f9fad0cbe5cb77f',
      'A red bicycle at a yellow wall; somebody walks past it',
    ),
  ],
  signals: [
    file(
      'sound-1.wav',
      '819100195814744510ffed842682ff431eb7e3274690e070a172adb411b3ab3a',
      'Three short tones, three long ones, three short ones, unevenly, with a click near the end',
    ),
    file(
      'sound-2.wav',
      '6b358540530e1ca67cdc6bdfd00b2ba8158067ae5416d2465ea75b4f86439f19',
      'Three short tones and six long ones, evenly',
    ),
  ],
  jumps: [
    file(
      'film-1.webm',
      'fd2669b4e24ffccb23f65fddfe65ba97b12abd4fb136551c0610d57db37544cc',
      'A cat jumps from a chair onto a table; in the air its legs merge',
    ),
    file(
      'film-2.webm',
      'ff8ed3ad0b32c1b2aae39c637dce251bc708ffd2dc525dcf4c2d7ef6e45de4f3',
      'A cat jumps from a chair onto a table while the camera drifts',
    ),
  ],
} as const;

/** Where the web app serves a file of an example; undefined for any other file. */
export function findExampleAddress(mediaId: string): string | undefined {
  const found = Object.values(files)
    .flat()
    .find((each) => each.mediaId === mediaId);
  return found && `/examples/${found.name.slice('example-'.length)}`;
}

function compare(prompt: string, shown: readonly Attachment[]): ItemContent {
  return {
    prompt: [{ role: 'user', content: prompt }],
    responses: shown.map((attachment, index) => ({
      id: `r${index + 1}`,
      text: '',
      attachments: [attachment],
    })),
  };
}

/** Two pictures for one wish: one has a flaw, the other one something that was not wished for. */
export const imageExample = compare(
  'A red bicycle leaning on a yellow wall, early morning light, no people.',
  files.bicycles,
);

/** Two recordings of one text in Morse code: one is true to it and made badly, the other the other way round. */
export const audioExample = compare(
  'Read in Morse code, calmly and evenly: “SOS”, which is · · · — — — · · ·',
  files.signals,
);

/** Two films for one wish: one has an impossible moment, in the other one the camera does not keep still. */
export const videoExample = compare(
  'A cat jumps from a chair onto a table, in one take, camera still.',
  files.jumps,
);
