import { describe, expect, test } from 'vitest';
import {
  type AttachmentReference,
  findMediaIn,
  type KnownMedia,
  resolveAttachments,
} from './resolve-attachments.ts';

const hash = (digit: string) => digit.repeat(64);
const known: KnownMedia[] = [
  { sha256: hash('a'), name: 'cat.png', kind: 'image' },
  { sha256: hash('b'), name: 'constructor', kind: 'audio' },
  { sha256: hash('c'), name: 'café.pdf', kind: 'pdf' },
];
const resolve = (...references: AttachmentReference[]) => resolveAttachments(references, findMediaIn(known));

describe('attachments of a row', () => {
  test.each<[string, AttachmentReference, string]>([
    ['by name', 'cat.png', hash('a')],
    ['by a name that objects have too', 'constructor', hash('b')],
    ['by a name whose accents are written apart', 'cafe\u0301.pdf', hash('c')],
    ['by hash', hash('b'), hash('b')],
    ['by hash in capitals', hash('A'), hash('a')],
    ['by an object with a name', { name: 'cat.png' }, hash('a')],
    ['by an object with a hash', { sha256: hash('c') }, hash('c')],
  ])('are found %s', (_name, reference, mediaId) => {
    expect(resolve(reference)).toMatchObject({ attachments: [{ mediaId }] });
  });

  test('keep their order, kind, name and description', () => {
    expect(resolve('constructor', { name: 'cat.png', alt: 'A cat' })).toEqual({
      attachments: [
        { mediaId: hash('b'), kind: 'audio', name: 'constructor' },
        { mediaId: hash('a'), kind: 'image', name: 'cat.png', alt: 'A cat' },
      ],
    });
  });

  test.each(['dog.png', 'CAT.png', 'toString', '__proto__', '', hash('d')])(
    'called "%s" are missed, and the row says so by name',
    (name) => {
      expect(resolve('cat.png', name)).toEqual({
        problem: `This project has no media called "${name}". Upload it under Media, then import this row again.`,
      });
    },
  );

  test('are at most twenty', () => {
    expect(resolve(...Array(20).fill('cat.png'))).toHaveProperty('attachments');
    expect(resolve(...Array(21).fill('cat.png'))).toHaveProperty('problem');
  });
});
