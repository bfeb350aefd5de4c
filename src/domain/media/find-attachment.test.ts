import { describe, expect, test } from 'vitest';
import { createAttachmentFinder, type KnownMedia } from './find-attachment.ts';

const hash = (digit: string) => digit.repeat(64);
const known: KnownMedia[] = [
  { sha256: hash('a'), name: 'cat.png', kind: 'image' },
  { sha256: hash('b'), name: 'constructor', kind: 'audio' },
  { sha256: hash('c'), name: 'café.pdf', kind: 'pdf' },
  { sha256: hash('d'), name: hash('a'), kind: 'video' },
];
const find = createAttachmentFinder(known);

describe('an attachment', () => {
  test('has the kind and the name of its file', () => {
    expect(find('cat.png')).toEqual({ mediaId: hash('a'), kind: 'image', name: 'cat.png' });
  });

  test.each([
    ['by a name that objects have too', 'constructor', hash('b')],
    ['by a name whose accents are written apart', 'cafe\u0301.pdf', hash('c')],
    ['by hash', hash('b'), hash('b')],
    ['by hash in capitals', hash('C'), hash('c')],
    ['by a name that looks like the hash of another', hash('a'), hash('d')],
  ])('is found %s', (_name, wanted, mediaId) => {
    expect(find(wanted)?.mediaId).toBe(mediaId);
  });

  test.each(['dog.png', 'CAT.png', 'toString', '__proto__', '', hash('e')])(
    'called "%s" is missed',
    (name) => {
      expect(find(name)).toBeUndefined();
    },
  );
});
