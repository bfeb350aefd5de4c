/** A WAV of one channel with eight bits a sample; samples run from -1 to 1. */
export function encodeWav(samples: Float32Array, rate: number): Buffer<ArrayBuffer> {
  const out = Buffer.alloc(44 + samples.length);
  out.write('RIFF', 0);
  out.writeUInt32LE(36 + samples.length, 4);
  out.write('WAVEfmt ', 8);
  out.writeUInt32LE(16, 16);
  out.writeUInt16LE(1, 20);
  out.writeUInt16LE(1, 22);
  out.writeUInt32LE(rate, 24);
  out.writeUInt32LE(rate, 28);
  out.writeUInt16LE(1, 32);
  out.writeUInt16LE(8, 34);
  out.write('data', 36);
  out.writeUInt32LE(samples.length, 40);
  for (let at = 0; at < samples.length; at += 1)
    out[44 + at] = Math.round(128 + 127 * Math.min(1, Math.max(-1, samples[at] ?? 0)));
  return out;
}
