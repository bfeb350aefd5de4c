import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { hollowPng, tinyGif, tinyPdf, tinyPng, tinyWav } from '#test/support/tiny-media.ts';
import { readMediaFile } from './read-media-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-media-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(bytes: Buffer | string) {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  return readMediaFile(path);
}

function box(name: string, ...parts: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, body]);
}

function mp4(brand: string, durationMs: number): Buffer {
  const header = Buffer.alloc(100);
  header.writeUInt32BE(1_000, 12);
  header.writeUInt32BE(durationMs, 16);
  const media = box('mdat', Buffer.alloc(5_000));
  return Buffer.concat([box('ftyp', brand, Buffer.alloc(4), brand), media, box('moov', box('mvhd', header))]);
}

function avif(width: number, height: number): Buffer {
  const size = Buffer.alloc(12);
  size.writeUInt32BE(width, 4);
  size.writeUInt32BE(height, 8);
  const properties = box('iprp', box('ipco', box('ispe', size)));
  return Buffer.concat([
    box('ftyp', 'avif', Buffer.alloc(4), 'avifmif1'),
    box('meta', Buffer.alloc(4), properties),
  ]);
}

function webp(): Buffer {
  const out = Buffer.alloc(30);
  out.write('RIFF', 0, 'latin1');
  out.writeUInt32LE(22, 4);
  out.write('WEBPVP8X', 8, 'latin1');
  out.writeUInt32LE(10, 16);
  out.writeUIntLE(639, 24, 3);
  out.writeUIntLE(479, 27, 3);
  return out;
}

function jpeg(tail: Buffer = Buffer.from([0xff, 0xd9])): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, 1, 0x2c, 1, 0x90, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
  const comment = Buffer.from([0xff, 0xfe, 0, 6, 0x68, 0x69, 0x21, 0x21]);
  const scan = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0, 0x12, 0x34]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), comment, frame, scan, tail]);
}

/** The head of a WebM with a duration in milliseconds. */
function webm(durationMs: number): Buffer {
  const type = Buffer.from([0x42, 0x82, 0x84, ...Buffer.from('webm')]);
  const duration = Buffer.alloc(11);
  duration.set([0x44, 0x89, 0x88]);
  duration.writeDoubleBE(durationMs, 3);
  const scale = Buffer.from([0x2a, 0xd7, 0xb1, 0x83, 0x0f, 0x42, 0x40]);
  const info = Buffer.concat([
    Buffer.from([0x15, 0x49, 0xa9, 0x66, 0x80 + scale.length + 11]),
    scale,
    duration,
  ]);
  const head = Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x80 + type.length]), type]);
  return Buffer.concat([head, Buffer.from([0x18, 0x53, 0x80, 0x67, 0x80 + info.length]), info]);
}

function flac(): Buffer {
  const out = Buffer.alloc(64);
  out.write('fLaC', 0, 'latin1');
  out.writeUInt32BE(0x00000022, 4);
  out.writeUIntBE(48_000 << 4, 18, 3);
  out.writeUInt32BE(96_000, 22);
  return out;
}

/** A GIF to browsers that only look at the first bytes, and a program to those that are told that it is one. */
const gifProgram = 'GIF89a/*\x01\x00\x00*/=1;alert(document.cookie)//;';
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

describe('a file', () => {
  test.each<[string, Buffer, object]>([
    [
      'PNG',
      tinyPng({ width: 40, height: 30 }),
      { kind: 'image', contentType: 'image/png', width: 40, height: 30 },
    ],
    ['GIF', tinyGif(), { kind: 'image', contentType: 'image/gif', width: 1, height: 1 }],
    ['JPEG', jpeg(), { kind: 'image', contentType: 'image/jpeg', width: 400, height: 300 }],
    ['JPEG with what a phone adds at its end', jpeg(Buffer.from([0xff, 0xd9, 1, 2, 3])), { kind: 'image' }],
    ['WebP', webp(), { kind: 'image', contentType: 'image/webp', width: 640, height: 480 }],
    ['AVIF', avif(320, 200), { kind: 'image', contentType: 'image/avif', width: 320, height: 200 }],
    ['WAV', tinyWav({ seconds: 1.5 }), { kind: 'audio', contentType: 'audio/wav', durationMs: 1_500 }],
    ['FLAC', flac(), { kind: 'audio', contentType: 'audio/flac', durationMs: 2_000 }],
    ['M4A', mp4('M4A ', 2_500), { kind: 'audio', contentType: 'audio/mp4', durationMs: 2_500 }],
    ['MP4', mp4('isom', 61_000), { kind: 'video', contentType: 'video/mp4', durationMs: 61_000 }],
    ['WebM', webm(4_200), { kind: 'video', contentType: 'video/webm', durationMs: 4_200 }],
    ['PDF', tinyPdf(), { kind: 'pdf', contentType: 'application/pdf' }],
  ])('that is %s is known by its content', async (_name, bytes, facts) => {
    const found = await read(bytes);
    expect('refused' in found ? found : { ...found, ...found.type }).toMatchObject(facts);
  });

  test.each<[string, Buffer | string]>([
    ['SVG', svg],
    ['SVG behind an XML declaration', `<?xml version="1.0"?>${svg}`],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['text', 'just words'],
    ['nothing but zeros', Buffer.alloc(500)],
    ['one byte', 'x'],
    ['a ZIP', Buffer.from('504b0304140000000000', 'hex')],
    ['a program', Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(300)])],
    [
      'a TIFF, which browsers do not show',
      Buffer.concat([Buffer.from('49492a0008000000', 'hex'), Buffer.alloc(300)]),
    ],
    ['a PNG with a web page behind it', Buffer.concat([tinyPng(), Buffer.from('<HTML><body>x')])],
    ['a GIF with a script in a comment', Buffer.concat([tinyGif(), Buffer.from('<ScRiPt>')])],
  ])('that is %s is refused', async (_name, bytes) => {
    expect(await read(bytes)).toMatchObject({ refused: 'media_refused' });
  });

  test('that is refused says what it is and what is taken', async () => {
    expect(await read(`<?xml version="1.0"?>${svg}`)).toMatchObject({
      message: expect.stringMatching(/is application\/xml by its content.*Taken are PNG, JPEG/),
    });
  });

  test.each<[string, Buffer | string]>([
    ['a PNG cut short', tinyPng().subarray(0, 60)],
    ['a PNG without an end', tinyPng().subarray(0, -12)],
    ['a JPEG cut short', jpeg(Buffer.alloc(0))],
    ['a GIF cut short', tinyGif().subarray(0, 20)],
    ['a program dressed up as a GIF', Buffer.from(gifProgram, 'latin1')],
    ['a WebP cut short', webp().subarray(0, 20)],
    ['an AVIF cut short', avif(10, 10).subarray(0, 50)],
    ['a PNG without width', hollowPng(0, 10)],
  ])('that is %s is refused as broken', async (_name, bytes) => {
    expect(await read(bytes)).toMatchObject({ refused: 'media_broken' });
  });

  test.each([
    [60_000, 60_000],
    [30_001, 10],
    [12_000, 12_000],
  ])('of %i × %i pixels is refused before anything is decoded', async (width, height) => {
    expect(await read(hollowPng(width, height))).toMatchObject({ refused: 'body_too_large' });
  });

  test('that is a WAV which claims to be endless is as long as what is there', async () => {
    const bytes = tinyWav();
    bytes.writeUInt32LE(0xffffffff, 40);
    expect(await read(bytes)).toMatchObject({ durationMs: 1_000 });
  });

  test.each<[string, Buffer]>([
    ['an MP4 without a head', box('ftyp', 'isom', Buffer.alloc(4), 'isom')],
    ['an MP4 of no length', mp4('isom', 0)],
    ['an MP4 of a thousand years', mp4('isom', 0xffffffff)],
    ['a WebM of negative length', webm(-5)],
    ['a WebM of NaN', webm(Number.NaN)],
  ])('%s has no length that could be believed', async (_name, bytes) => {
    expect(await read(bytes)).toMatchObject({ durationMs: null });
  });
});
