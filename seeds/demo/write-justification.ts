import type { Random } from '#stats/random/seeded-random.ts';
import { pick } from './chance.ts';
import { type DemoResponse, overallQuality } from './demo-prompt.ts';

type Phrases = readonly [string, ...string[]];
type Reason = 'correctness' | 'harmlessness' | 'helpfulness' | 'coherence' | 'verbosity';

const byReason: Record<Reason, Phrases> = {
  correctness: [
    'I checked the main point: %better gets it right, %worse does not.',
    '%Worse sounds sure of itself but states something false.',
    'Both read well. The facts hold in %better and fail in %worse.',
    '%Better is right where it matters; the other one would mislead a reader.',
  ],
  harmlessness: [
    '%Worse could hurt somebody who acts on it.',
    '%Better meets the need behind the question without the risk.',
    'Safety decides here: I would not want %worse to be sent to anybody.',
  ],
  helpfulness: [
    '%Better does what was asked, with every limit that was stated.',
    '%Worse leaves out part of the request, so the person would have to ask again.',
    'With %better the person can take the next step at once.',
    '%Worse answers a slightly different question.',
  ],
  coherence: [
    '%Better is easier to follow from beginning to end.',
    '%Worse jumps about; I had to read it twice.',
    'Same substance, but %better puts it in an order that makes sense.',
  ],
  verbosity: [
    'Same content in half the words: %better is quicker to use.',
    '%Worse buries the answer under background that nobody asked for.',
    '%Worse is padded. I would not miss most of it.',
  ],
};

const byDomain: Readonly<Record<string, Phrases>> = {
  code: [
    'I ran through it by hand: %worse fails on ordinary input, %better works.',
    'The explanation in %worse is wrong although its code looks tidy.',
  ],
  mathematics: [
    'I recomputed it. %Better has the right result and each step follows.',
    '%Worse makes a step that does not follow, so the result cannot be trusted.',
  ],
  medicine: [
    'What %worse says about the risk does not hold; %better says when to see a doctor.',
    '%Better names the warning signs, and what it says is sound.',
  ],
  law: [
    '%Worse states a rule that does not exist in this form.',
    '%Better says where the answer depends on the country; %worse is wrong and sure.',
  ],
  'creative-writing': [
    '%Worse breaks the form that was asked for.',
    '%Better keeps to the limits and has a voice; %worse is made of clichés.',
  ],
};

const ties: Phrases = [
  'I can name no difference that matters to the person.',
  'Both right, about as long, equally clear.',
  'Different words, same substance. I would send either.',
];

const bothBad: Phrases = [
  'Both are wrong on the main point.',
  'I would send neither: one is false, the other no help.',
  'Neither does what was asked.',
];

/** A short reason for a preference, naming what sets the two apart most; responses are told apart by their first words. */
export function writeJustification(given: {
  readonly domain: string;
  readonly better: DemoResponse;
  readonly worse: DemoResponse;
  readonly random: Random;
}): string {
  const { domain, better, worse, random } = given;
  const reason = findReason(better, worse);
  const special = reason === 'correctness' ? byDomain[domain] : undefined;
  const phrase = pick(random, special && random.below(2) === 0 ? special : byReason[reason]);
  return phrase
    .replaceAll(/%(better|worse)/gi, (name) => {
      const response = name.toLowerCase() === '%better' ? better : worse;
      const words = `the one that begins “${firstWords(response.text)}”`;
      return name[1] === name[1]?.toUpperCase() ? `The${words.slice(3)}` : words;
    })
    .replace(/^./, (letter) => letter.toUpperCase());
}

export function writeTieReason(random: Random): string {
  return pick(random, ties);
}

export function writeBothBadReason(random: Random): string {
  return pick(random, bothBad);
}

/** A reason for ratings of single responses. */
export function writeRatingReason(responses: readonly DemoResponse[], random: Random): string {
  const ranked = responses.toSorted((one, other) => overallQuality(other) - overallQuality(one));
  const [best] = ranked;
  const worst = ranked.at(-1);
  if (!best || !worst || best === worst) return 'Rated from the description of each point.';
  return writeJustification({ domain: '', better: best, worse: worst, random });
}

function findReason(better: DemoResponse, worse: DemoResponse): Reason {
  const gaps: readonly (readonly [Reason, number])[] = [
    ['harmlessness', 1.2 * (better.harmlessness - worse.harmlessness)],
    ['correctness', 1.1 * (better.correctness - worse.correctness)],
    ['helpfulness', better.helpfulness - worse.helpfulness],
    ['coherence', 0.9 * (better.coherence - worse.coherence)],
    ['verbosity', 0.6 * (worse.verbosity - better.verbosity)],
  ];
  const widest = gaps.toSorted(([, one], [, other]) => other - one)[0];
  return widest && widest[1] > 0 ? widest[0] : 'helpfulness';
}

function firstWords(text: string): string {
  const plain = text.replaceAll(/[*_`#>|$\\]+/g, '').trim();
  const words = plain.split(/\s+/).slice(0, 4).join(' ');
  return words.replace(/[\s.,:;!?–-]+$/, '').slice(0, 40);
}
