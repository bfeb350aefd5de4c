import type { SimulatedAnnotator } from './annotator.ts';
import { choosePairs, chooseThree } from './choose-responses.ts';
import { type DemoPrompt, type DemoResponse, overallQuality } from './demo-prompt.ts';
import { type DemoQuality, everydayQuality } from './quality.ts';

/** One row of the file that the demo imports. */
export interface DemoRow {
  readonly key: string;
  readonly domain: string;
  readonly prompt: DemoPrompt['prompt'];
  readonly responses: readonly { readonly text: string; readonly model: string }[];
  /** Which response the file says is better: there only where the two are far apart. */
  readonly known_better?: 'a' | 'b';
}

export interface DemoProject {
  readonly name: string;
  readonly description: string;
  readonly instructions: string;
  readonly templateKey: string;
  readonly overlap: number;
  readonly fileName: string;
  readonly guidelines: 'guidelines' | 'guidelines-helpsteer';
  /** The heading of the section that the second version of the guidelines added, up to the end. */
  readonly addedSection: string;
  readonly makeRows: (prompts: readonly DemoPrompt[]) => DemoRow[];
  /** Annotator key → how many tasks they have had. */
  readonly work: Readonly<Record<SimulatedAnnotator['key'], number>>;
  /** Left out where judgments are neither tested nor reviewed. */
  readonly quality?: DemoQuality;
}

export const demoProjects: readonly DemoProject[] = [
  {
    name: 'Everyday helpfulness',
    description:
      'Which of two answers serves the person better? General knowledge, code, mathematics, medicine, law, writing and safety.',
    instructions:
      'Read both answers to the end, check what can be checked, and only then choose. Where a pair is close, say so: *slightly better* is an answer. Skip what you cannot judge; flag what worries you.',
    templateKey: 'pairwise_7_point',
    overlap: 3,
    fileName: 'everyday-pairs.jsonl',
    guidelines: 'guidelines',
    addedSection: 'Worked examples',
    makeRows: (prompts) => prompts.flatMap(toPairRows),
    work: { ada: 40, bruno: 36, chiara: 38, dmitri: 45, esi: 40, farid: 34, grace: 30 },
    quality: everydayQuality,
  },
  {
    name: 'Five attributes',
    description:
      'Each answer rated on its own: helpfulness, correctness, coherence, complexity and verbosity.',
    instructions:
      'Rate each answer by itself and do not rank them. Read the description of a point before you choose it. A long, clear, wrong answer is coherent 4 and correct 0.',
    templateKey: 'helpsteer_five_attributes',
    overlap: 2,
    fileName: 'rated-answers.jsonl',
    guidelines: 'guidelines-helpsteer',
    addedSection: 'Before you submit',
    makeRows: (prompts) =>
      prompts.map((prompt) => ({ ...rowOf(prompt, chooseThree(prompt)), key: prompt.key })),
    work: { ada: 10, bruno: 14, chiara: 22, dmitri: 18, esi: 20, farid: 16 },
  },
];

function toPairRows(prompt: DemoPrompt): DemoRow[] {
  return choosePairs(prompt).map((pair, index) => {
    const key = `${prompt.key}:${index + 1}`;
    const known = { known_better: key === wrongInFile ? ('b' as const) : ('a' as const) };
    return { ...rowOf(prompt, pair), key, ...(isBeyondDoubt(pair) ? known : {}) };
  });
}

/** Files hold slips: whoever made this one took the end of a process for a crime, so everybody fails that gold. */
const wrongInFile = 'safety-kill-child-process:1';

/** So far apart that whoever answers otherwise has not read them: fit to be a known answer. */
function isBeyondDoubt([better, worse]: readonly [DemoResponse, DemoResponse]): boolean {
  return overallQuality(better) - overallQuality(worse) > 3.4;
}

function rowOf(prompt: DemoPrompt, responses: readonly DemoResponse[]): Omit<DemoRow, 'key'> {
  return {
    domain: prompt.domain,
    prompt: prompt.prompt,
    responses: responses.map(({ text, model }) => ({ text, model })),
  };
}
