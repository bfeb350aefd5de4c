import { UnreadableFile } from './unreadable-file.ts';

const foreignMagics: readonly {
  readonly magic: readonly number[];
  readonly name: string;
  readonly cure: string;
}[] = [
  {
    magic: [0x50, 0x4b, 0x03, 0x04],
    name: 'a zip archive or an Excel workbook',
    cure: 'Unpack it, or save it as CSV.',
  },
  { magic: [0x50, 0x4b, 0x05, 0x06], name: 'an empty zip archive', cure: 'Choose the file inside.' },
  {
    magic: [0x28, 0xb5, 0x2f, 0xfd],
    name: 'compressed with zstd',
    cure: 'Unpack it, or compress it with gzip.',
  },
  { magic: [0x42, 0x5a, 0x68], name: 'compressed with bzip2', cure: 'Unpack it, or compress it with gzip.' },
  {
    magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a],
    name: 'compressed with xz',
    cure: 'Unpack it, or compress it with gzip.',
  },
  { magic: [0x37, 0x7a, 0xbc, 0xaf], name: 'a 7-Zip archive', cure: 'Unpack it first.' },
  {
    magic: [0x04, 0x22, 0x4d, 0x18],
    name: 'compressed with lz4',
    cure: 'Unpack it, or compress it with gzip.',
  },
  { magic: [...Buffer.from('ARROW1')], name: 'an Arrow file', cure: 'Save it as Parquet.' },
  { magic: [...Buffer.from('%PDF')], name: 'a PDF', cure: 'JSONL, CSV or Parquet is needed.' },
];

function startsWith(head: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, index) => head[index] === byte);
}

export function isGzip(head: Buffer): boolean {
  return startsWith(head, [0x1f, 0x8b]);
}

export function isParquet(head: Buffer): boolean {
  return startsWith(head, [...Buffer.from('PAR1')]);
}

/** Throws where the file is of a kind that cannot be read, and names that kind. */
export function refuseForeignFormats(head: Buffer): void {
  const foreign = foreignMagics.find(({ magic }) => startsWith(head, magic));
  if (foreign) {
    throw new UnreadableFile('unsupported_compression', `This file is ${foreign.name}. ${foreign.cure}`);
  }
}

function looksLikeUtf16(head: Buffer): boolean {
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) return true;
  const sample = head.subarray(0, 512);
  const zeros = [0, 0];
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  // Latin text in UTF-16 has a zero in nearly every second byte, and nowhere else.
  return (
    sample.length >= 4 && Math.max(even, odd) > sample.length / 4 && Math.min(even, odd) < sample.length / 16
  );
}

/** Length of the byte order mark. Throws where the text is not UTF-8, or no text at all. */
export function checkTextHead(head: Buffer): number {
  if (looksLikeUtf16(head)) {
    const message = 'This file is UTF-16 text. Save it as UTF-8 (in Excel: "CSV UTF-8").';
    throw new UnreadableFile('unsupported_encoding', message);
  }
  if (head.length > 262 && head.toString('latin1', 257, 262) === 'ustar') {
    throw new UnreadableFile(
      'unsupported_content',
      'This file is a tar archive. Unpack it and choose one file.',
    );
  }
  return startsWith(head, [0xef, 0xbb, 0xbf]) ? 3 : 0;
}
