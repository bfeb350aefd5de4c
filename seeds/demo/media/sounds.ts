import { seededRandom } from '#stats/random/seeded-random.ts';
import type { DemoFile } from './demo-file.ts';
import { encodeWav } from './encode-wav.ts';

const rate = 8_000;

/** A tone that begins and ends softly. */
interface Tone {
  readonly hertz: number;
  readonly fromMs: number;
  readonly forMs: number;
}

interface Sound {
  readonly lengthMs: number;
  readonly tones: readonly Tone[];
  /** Of even noise, from 0 to 1. */
  readonly noise?: number;
  /** Where it clicks. */
  readonly clickAtMs?: number;
  /** How long a tone takes to be at its loudest. */
  readonly softMs?: number;
}

/** Every sound of the demo, made anew at each seeding: the same bytes each time. */
export function makeSounds(): DemoFile[] {
  return Object.entries(sounds).map(([name, sound]) => ({ name: `${name}.wav`, bytes: render(sound) }));
}

const inARow = (pitches: readonly number[], eachMs: number): Tone[] =>
  pitches.map((hertz, index) => ({ hertz, fromMs: index * eachMs, forMs: eachMs - 30 }));

const sounds: Readonly<Record<string, Sound>> = {
  'doorbell-1': { lengthMs: 1_000, tones: inARow([659, 523], 500) },
  'doorbell-2': { lengthMs: 1_000, tones: inARow([523, 659], 500) },
  'beeps-1': { lengthMs: 1_200, tones: [0, 400, 800].map((fromMs) => ({ hertz: 880, fromMs, forMs: 150 })) },
  'beeps-2': {
    lengthMs: 1_200,
    tones: [0, 400, 980].map((fromMs) => ({ hertz: 880, fromMs, forMs: 150 })),
    clickAtMs: 700,
  },
  'scale-1': { lengthMs: 1_500, tones: inARow([262, 294, 330, 349, 392], 300) },
  'scale-2': { lengthMs: 1_500, tones: inARow([262, 294, 330, 277, 392], 300) },
  'swell-1': { lengthMs: 1_600, tones: [{ hertz: 220, fromMs: 0, forMs: 1_600 }], softMs: 800 },
  'swell-2': {
    lengthMs: 1_600,
    tones: [{ hertz: 220, fromMs: 0, forMs: 1_600 }],
    softMs: 800,
    clickAtMs: 900,
  },
  'alarm-1': { lengthMs: 1_600, tones: inARow([740, 554, 740, 554, 740, 554, 740, 554], 200) },
  'alarm-2': { lengthMs: 1_600, tones: inARow([740, 554, 740, 554], 200) },
  'rain-1': { lengthMs: 1_500, tones: [], noise: 0.35 },
  'rain-2': { lengthMs: 1_500, tones: [{ hertz: 100, fromMs: 0, forMs: 1_500 }], noise: 0.2 },
  'single-1': { lengthMs: 900, tones: [{ hertz: 440, fromMs: 0, forMs: 800 }] },
  'single-2': { lengthMs: 900, tones: [{ hertz: 441, fromMs: 0, forMs: 800 }] },
  'chord-1': { lengthMs: 1_200, tones: [262, 330, 392].map((hertz) => ({ hertz, fromMs: 0, forMs: 1_150 })) },
  'chord-2': { lengthMs: 1_200, tones: [262, 311, 392].map((hertz) => ({ hertz, fromMs: 0, forMs: 1_150 })) },
};

function render({ lengthMs, tones, noise = 0, clickAtMs, softMs = 25 }: Sound): Buffer<ArrayBuffer> {
  const samples = new Float32Array(Math.round((lengthMs * rate) / 1_000));
  const random = seededRandom(lengthMs);
  const voices = Math.max(
    1,
    tones.length > 0 && tones.every(({ fromMs }) => fromMs === 0) ? tones.length : 1,
  );
  for (const { hertz, fromMs, forMs } of tones) {
    const [start, count] = [Math.round((fromMs * rate) / 1_000), Math.round((forMs * rate) / 1_000)];
    const soft = (softMs * rate) / 1_000;
    for (let at = 0; at < count; at += 1) {
      const loud = Math.min(1, at / soft, (count - at) / soft) * (0.7 / voices);
      samples[start + at] = (samples[start + at] ?? 0) + loud * Math.sin((2 * Math.PI * hertz * at) / rate);
    }
  }
  let before = 0;
  for (let at = 0; at < samples.length && noise > 0; at += 1) {
    // The mean with the sample before takes the hiss off.
    const now = 2 * random.next() - 1;
    samples[at] = (samples[at] ?? 0) + (noise * (now + before)) / 2;
    before = now;
  }
  const click = clickAtMs === undefined ? -1 : Math.round((clickAtMs * rate) / 1_000);
  for (let at = 0; click >= 0 && at < 24; at += 1) samples[click + at] = at % 2 === 0 ? 0.95 : -0.95;
  return encodeWav(samples, rate);
}
