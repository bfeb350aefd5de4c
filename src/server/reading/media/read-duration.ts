import type { FileHandle } from 'node:fs/promises';

/** How long a recording is, where its head says so cheaply; null where it does not or cannot be believed. */
export async function readDurationMs(file: FileHandle, contentType: string): Promise<number | null> {
  try {
    const seconds = await readers[contentType]?.(file);
    if (seconds === undefined || !Number.isFinite(seconds) || seconds <= 0 || seconds > mostSeconds)
      return null;
    return Math.max(1, Math.round(seconds * 1000));
  } catch (error) {
    // Past the end: players will say what they make of it.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const mostSeconds = 100 * 3600;

const readers: Readonly<Record<string, (file: FileHandle) => Promise<number | undefined>>> = {
  'audio/wav': readWav,
  'audio/flac': readFlac,
  'audio/mp4': readMp4,
  'video/mp4': readMp4,
  'video/webm': readWebm,
};

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

async function readWav(file: FileHandle): Promise<number | undefined> {
  const { size } = await file.stat();
  let bytesPerSecond = 0;
  for (let at = 12; at + 8 <= size; ) {
    const head = await readAt(file, at, 20);
    const [name, length] = [head.toString('latin1', 0, 4), head.readUInt32LE(4)];
    if (name === 'fmt ') bytesPerSecond = head.readUInt32LE(16);
    // Recorders that did not know the length when they began wrote 0 or the largest number.
    if (name === 'data') return Math.min(length || size, size - at - 8) / bytesPerSecond;
    at += 8 + length + (length % 2);
  }
  return undefined;
}

async function readFlac(file: FileHandle): Promise<number | undefined> {
  const head = await readAt(file, 0, 42);
  const rate = head.readUIntBE(18, 3) >>> 4;
  const samples = (head.readUInt8(21) & 0x0f) * 2 ** 32 + head.readUInt32BE(22);
  return samples / rate;
}

async function readMp4(file: FileHandle): Promise<number | undefined> {
  const { size } = await file.stat();
  let end = size;
  for (let at = 0; at + 8 <= end; ) {
    const head = await readAt(file, at, 48);
    const short = head.readUInt32BE(0);
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short || end - at;
    const name = head.toString('latin1', 4, 8);
    if (name === 'mvhd') {
      const isLong = head.readUInt8(8) === 1;
      const scale = head.readUInt32BE(isLong ? 28 : 20);
      return (isLong ? Number(head.readBigUInt64BE(32)) : head.readUInt32BE(24)) / scale;
    }
    if (length < 8) return undefined;
    if (name === 'moov') {
      end = Math.min(end, at + length);
      at += 8;
    } else at += length;
  }
  return undefined;
}

const webmHeadBytes = 65_536;

async function readWebm(file: FileHandle): Promise<number | undefined> {
  const head = await readAt(file, 0, webmHeadBytes);
  const info = head.indexOf(Buffer.from([0x15, 0x49, 0xa9, 0x66]));
  const within = info < 0 ? head.subarray(0, 0) : head.subarray(info + 4, info + 1_000);
  const duration = within.indexOf(Buffer.from([0x44, 0x89]));
  if (duration < 0) return undefined;
  const scaleAt = within.indexOf(Buffer.from([0x2a, 0xd7, 0xb1]));
  const scaleBytes = scaleAt < 0 ? 0 : within.readUInt8(scaleAt + 3) & 0x0f;
  const nanoseconds = scaleBytes === 0 ? 1_000_000 : within.readUIntBE(scaleAt + 4, Math.min(scaleBytes, 6));
  const isDouble = within.readUInt8(duration + 2) === 0x88;
  const ticks = isDouble ? within.readDoubleBE(duration + 3) : within.readFloatBE(duration + 3);
  return (ticks * nanoseconds) / 1e9;
}
