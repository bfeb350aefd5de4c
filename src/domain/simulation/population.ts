/** Kinds of annotators that a simulated population is made of; what each does is said in {@link kindWords}. */
export const simulatedKinds = [
  'expert',
  'good',
  'noisy',
  'spammer',
  'position_biased',
  'length_lover',
  'tiring',
  'drifting',
  'colluding_pair',
  'fast_clicker',
] as const;
export type SimulatedKind = (typeof simulatedKinds)[number];

export const kindWords: Readonly<Record<SimulatedKind, string>> = {
  expert: 'sees quality nearly as it is',
  good: 'sees quality with ordinary noise',
  noisy: 'sees quality with much noise',
  spammer: 'answers by chance, without reading',
  position_biased: 'is good, but leans towards what is shown first',
  length_lover: 'is good, but leans towards the longer response',
  tiring: 'begins good and grows noisy within each session',
  drifting: 'begins good and judges by another idea of quality once the guidelines have changed',
  colluding_pair: 'two people who answer alike, mistakes included',
  fast_clicker: 'is noisy, and answers in a second or two whatever the length',
};

/** How somebody judges. Qualities are standard normal, so that noise of 1 is as large as the differences themselves. */
export interface Temper {
  /** Standard deviation of the noise on each response's quality. */
  readonly noise: number;
  /** Added to the quality of the response that is shown first. */
  readonly towardsFirst: number;
  /** Added for each doubling of a response's length against the mean of its item. */
  readonly towardsLength: number;
  /** Noise added for each ten tasks of a session beyond the first twenty. */
  readonly tiredness: number;
  /** From 0 to 1: how much of the true quality is replaced by another idea of it after the change. */
  readonly driftTo: number;
  /** Milliseconds of reading for each character, and of deciding on top; the median person needs 25 and 9,000. */
  readonly readMsPerCharacter: number;
  readonly decideMs: number;
}

const good: Temper = {
  noise: 0.55,
  towardsFirst: 0,
  towardsLength: 0,
  tiredness: 0,
  driftTo: 0,
  readMsPerCharacter: 25,
  decideMs: 9_000,
};

export const tempers: Readonly<Record<SimulatedKind, Temper>> = {
  expert: { ...good, noise: 0.3, decideMs: 12_000 },
  good,
  noisy: { ...good, noise: 1.6 },
  spammer: { ...good, noise: Number.POSITIVE_INFINITY, readMsPerCharacter: 4, decideMs: 4_000 },
  position_biased: { ...good, towardsFirst: 1.2 },
  length_lover: { ...good, towardsLength: 1.6 },
  tiring: { ...good, tiredness: 0.9 },
  drifting: { ...good, driftTo: 0.9 },
  colluding_pair: { ...good, noise: 1.1 },
  fast_clicker: { ...good, noise: 1.4, readMsPerCharacter: 0, decideMs: 1_300 },
};

/** One group of a mix; a colluding pair counts two people. */
export interface MixGroup {
  readonly kind: SimulatedKind;
  readonly count: number;
  /** Judgments of each person; as many as the queue gives where left out. */
  readonly judgments?: number | undefined;
}

/** Who is simulated, and when they work. */
export interface Mix {
  readonly groups: readonly MixGroup[];
  /** Tasks of one session; after it a person comes back the next day. */
  readonly tasksPerSession: number;
  /** After this share of all judgments a new version of the guidelines is published; null for never. */
  readonly guidelinesChangeAt: number | null;
}

export interface SimulatedPerson {
  readonly name: string;
  readonly kind: SimulatedKind;
  /** Two people of one stream make the same mistakes. */
  readonly stream: string;
  readonly judgments: number;
}

export const mixLimits = { people: 200, judgments: 100_000, tasksPerSession: 500 } as const;

/** The people of a mix, in its order. */
export function listPeople({ groups }: Mix): SimulatedPerson[] {
  return groups.flatMap(({ kind, count, judgments = mixLimits.judgments }, group) =>
    Array.from({ length: count }, (_, index): SimulatedPerson[] => {
      const name = `${kind.replaceAll('_', ' ')} ${group + 1}.${index + 1}`;
      const stream = `${group}:${index}`;
      if (kind !== 'colluding_pair') return [{ name, kind, stream, judgments }];
      return ['a', 'b'].map((letter) => ({ name: `${name}${letter}`, kind, stream, judgments }));
    }).flat(),
  );
}
