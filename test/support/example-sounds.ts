const rate = 8_000;
const unitSeconds = 0.09;

interface Faults {
  /** A click at the beginning of this sign, counted from 0. */
  readonly clickAt?: number;
  /** From this sign on pauses are uneven. */
  readonly unevenFrom?: number;
}

interface Tone {
  readonly from: number;
  readonly units: number;
}

/** Where the tones of a Morse text stand, in units of a dot. */
function placeTones(
  morse: string,
  unevenFrom: number,
): { readonly tones: readonly Tone[]; readonly end: number } {
  const tones: Tone[] = [];
  let at = 2;
  for (const sign of morse) {
    if (sign === ' ') {
      at += 2;
      continue;
    }
    const units = sign === '-' ? 3 : 1;
    tones.push({ from: at, units });
    const stumbles = tones.length > unevenFrom && tones.length % 2 === 0;
    at += units + (stumbles ? 2.2 : 1);
  }
  return { tones, end: at + 2 };
}

/** A Morse text as a recording, with what is wrong about it. */
export function morseWav(morse: string, { clickAt, unevenFrom = Infinity }: Faults): Buffer {
  const { tones, end } = placeTones(morse, unevenFrom);
  const count = Math.round(end * unitSeconds * rate);
  const out = Buffer.alloc(44 + count * 2);
  out.write('RIFF', 0);
  out.writeUInt32LE(36 + count * 2, 4);
  out.write('WAVEfmt ', 8);
  out.writeUInt32LE(16, 16);
  out.writeUInt16LE(1, 20);
  out.writeUInt16LE(1, 22);
  out.writeUInt32LE(rate, 24);
  out.writeUInt32LE(rate * 2, 28);
  out.writeUInt16LE(2, 32);
  out.writeUInt16LE(16, 34);
  out.write('data', 36);
  out.writeUInt32LE(count * 2, 40);
  const write = (at: number, value: number) => out.writeInt16LE(Math.round(value), 44 + at * 2);
  for (const { from, units } of tones) {
    const [start, length] = [Math.round(from * unitSeconds * rate), Math.round(units * unitSeconds * rate)];
    for (let at = 0; at < length; at += 1) {
      // Without soft ends every tone would click.
      const soft = Math.min(1, at / 40, (length - at) / 40);
      write(start + at, 12_000 * soft * Math.sin((2 * Math.PI * 600 * at) / rate));
    }
  }
  const clicked = clickAt === undefined ? undefined : tones[clickAt];
  if (clicked !== undefined) {
    const start = Math.round((clicked.from - 0.5) * unitSeconds * rate);
    for (let at = 0; at < 24; at += 1) write(start + at, at % 2 === 0 ? 30_000 : -30_000);
  }
  return out;
}
