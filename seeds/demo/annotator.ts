/** How a simulated person judges. */
export interface SimulatedAnnotator {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  /** 0 = guesses, 1 = sees the truth. */
  readonly skill: number;
  /** How much a response twice as long looks better, in points of quality; below 0 for those who like it short. */
  readonly lengthBias: number;
  /** Added to every rating: below 0 is strict. */
  readonly leniency: number;
  /** Below 1 is faster than usual. */
  readonly slowness: number;
  /** Chance of answering what may be left out. */
  readonly diligence: number;
  /** Chance of writing a reason. */
  readonly wordiness: number;
}

const at = (name: string) => `${name}@demo.plumbline.example`;

/** Those whom `demoPeople` names may be signed in to; the others only have a past. */
export const simulatedAnnotators: readonly SimulatedAnnotator[] = [
  {
    key: 'ada',
    name: 'Ada Okafor',
    email: at('ada'),
    skill: 0.88,
    lengthBias: 0.05,
    leniency: -0.1,
    slowness: 1,
    diligence: 0.85,
    wordiness: 0.5,
  },
  {
    key: 'bruno',
    name: 'Bruno Keller',
    email: at('bruno'),
    skill: 0.8,
    lengthBias: 0.1,
    leniency: 0.1,
    slowness: 0.9,
    diligence: 0.7,
    wordiness: 0.35,
  },
  {
    key: 'chiara',
    name: 'Chiara Rossi',
    email: at('chiara'),
    skill: 0.92,
    lengthBias: -0.1,
    leniency: -0.25,
    slowness: 1.25,
    diligence: 0.95,
    wordiness: 0.75,
  },
  {
    key: 'dmitri',
    name: 'Dmitri Volkov',
    email: at('dmitri'),
    skill: 0.72,
    lengthBias: 0.35,
    leniency: 0.2,
    slowness: 0.7,
    diligence: 0.45,
    wordiness: 0.2,
  },
  {
    key: 'esi',
    name: 'Esi Mensah',
    email: at('esi'),
    skill: 0.85,
    lengthBias: 0,
    leniency: 0,
    slowness: 1.05,
    diligence: 0.8,
    wordiness: 0.45,
  },
  {
    key: 'farid',
    name: 'Farid Nazari',
    email: at('farid'),
    skill: 0.78,
    lengthBias: 0.15,
    leniency: 0.35,
    slowness: 0.95,
    diligence: 0.6,
    wordiness: 0.3,
  },
  {
    key: 'grace',
    name: 'Grace Lindqvist',
    email: at('grace'),
    skill: 0.55,
    lengthBias: 0.5,
    leniency: 0.4,
    slowness: 0.28,
    diligence: 0.3,
    wordiness: 0.15,
  },
  {
    key: 'hana',
    name: 'Hana Suzuki',
    email: at('hana'),
    skill: 0.93,
    lengthBias: 0,
    leniency: -0.2,
    slowness: 1.15,
    diligence: 0.95,
    wordiness: 0.6,
  },
  {
    key: 'ines',
    name: 'Inês Duarte',
    email: at('ines'),
    skill: 0.86,
    lengthBias: -0.05,
    leniency: 0.1,
    slowness: 1.1,
    diligence: 0.9,
    wordiness: 0.7,
  },
  {
    key: 'samir',
    name: 'Samir Haddad',
    email: at('samir'),
    skill: 0.95,
    lengthBias: 0,
    leniency: -0.1,
    slowness: 1,
    diligence: 0.95,
    wordiness: 0.6,
  },
];
