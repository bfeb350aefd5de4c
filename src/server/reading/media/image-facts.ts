export interface ImageFacts {
  readonly width: number;
  readonly height: number;
}

/** Thrown where a picture's own structure does not hold: cut short, or something else dressed up as a picture. */
export class BrokenMediaError extends Error {}

function broken(message: string): never {
  throw new BrokenMediaError(message);
}

/**
 * Walks through the structure of a picture and says how large it is, without decoding it.
 * @throws BrokenMediaError where the structure ends too early or holds what does not belong there
 */
export function readImageFacts(bytes: Buffer, contentType: string): ImageFacts {
  try {
    return checked(walkers[contentType]?.(bytes) ?? broken('is of no known kind'));
  } catch (error) {
    // Reading past the end.
    if (error instanceof RangeError) broken('is cut short');
    throw error;
  }
}

const walkers: Readonly<Record<string, (bytes: Buffer) => ImageFacts>> = {
  'image/png': walkPng,
  'image/gif': walkGif,
  'image/jpeg': walkJpeg,
  'image/webp': walkWebp,
  'image/avif': walkAvif,
};

function checked(facts: ImageFacts): ImageFacts {
  return facts.width > 0 && facts.height > 0 ? facts : broken('has no width or no height');
}

function walkPng(bytes: Buffer): ImageFacts {
  for (let at = 8; ; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    at += 12 + length;
    if (at > bytes.length) broken('is cut short');
    if (!/^[A-Za-z]{4}$/.test(type)) broken('holds something that is no part of a PNG');
    if (type === 'IEND') return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
}

function walkGif(bytes: Buffer): ImageFacts {
  const facts = { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  const coloursAt = (flags: number) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  const skipBlocks = (from: number) => {
    let at = from;
    while (bytes.readUInt8(at) !== 0) at += 1 + bytes.readUInt8(at);
    return at + 1;
  };
  let at = 13 + coloursAt(bytes.readUInt8(10));
  for (;;) {
    const introducer = bytes.readUInt8(at);
    if (introducer === 0x3b) return facts;
    if (introducer === 0x21) at = skipBlocks(at + 2);
    else if (introducer === 0x2c) at = skipBlocks(at + 11 + coloursAt(bytes.readUInt8(at + 9)));
    else broken('holds something that is no part of a GIF');
  }
}

function walkJpeg(bytes: Buffer): ImageFacts {
  let at = 2;
  for (;;) {
    if (bytes.readUInt8(at) !== 0xff) broken('holds something that is no part of a JPEG');
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker === 0xda || marker === 0xd9) broken('has no size');
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      if (!bytes.includes(Buffer.from([0xff, 0xd9]), at)) broken('is cut short');
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    } else at += 2 + bytes.readUInt16BE(at + 2);
  }
}

function walkWebp(bytes: Buffer): ImageFacts {
  if (bytes.readUInt32LE(4) + 8 > bytes.length + 1) broken('is cut short');
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (kind === 'VP8L') {
    const bits = bytes.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind !== 'VP8 ') broken('holds something that is no part of a WebP');
  return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
}

function walkAvif(bytes: Buffer): ImageFacts {
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    // 0 reaches to the end of the file.
    if (length === 0) break;
    if (length < 8 || at + length > bytes.length) broken('is cut short');
    at += length;
  }
  // The size stands in boxes within boxes; the largest is that of the whole, the others are of its tiles.
  let facts: ImageFacts = { width: 0, height: 0 };
  for (let at = bytes.indexOf('ispe'); at >= 0; at = bytes.indexOf('ispe', at + 4)) {
    const found = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    if (found.width * found.height > facts.width * facts.height) facts = found;
  }
  return facts;
}
