import { UsageError } from '#cli/command-errors.ts';
import { type ChoiceStages, choiceStages, mostTied } from '#stats/ranking/choice-stages.ts';
import type { StatsTable } from './stats-table.ts';

export const rankingColumns = [{ name: 'ranking' }, { name: 'annotator', isOptional: true }] as const;

/** Rankings as stages of choice, the names of what was ranked, and who ranked, where the file says so. */
export interface NamedRankings {
  readonly stages: ChoiceStages;
  readonly names: readonly string[];
  /** How many rankings there are. */
  readonly rankings: number;
  readonly hasTies: boolean;
  readonly annotators: Int32Array | undefined;
}

interface Entry {
  readonly item: number;
  readonly tied: 0 | 1;
}

/** Reads rankings such as `a>b=c`: a is the best, b and c are tied. */
export function readRankings(table: StatsTable<(typeof rankingColumns)[number]['name']>): NamedRankings {
  if (table.rows === 0) throw new UsageError('The file holds no rankings.');
  const { codes, levels } = table.column('ranking');
  const places = new Map<string, number>();
  const entries = levels.map((text, level) => {
    const refuse = (problem: string): never => {
      const place = table.placeOf(codes.indexOf(level));
      throw new UsageError(
        `${place}, column ranking: "${text}" ${problem}. Write names from best to worst, as in a>b=c.`,
      );
    };
    return readOne(text, { places, refuse });
  });
  const starts = new Int32Array(codes.length + 1);
  const order: number[] = [];
  const tiedWithPrevious: number[] = [];
  codes.forEach((code, row) => {
    for (const { item, tied } of entries[code] ?? []) {
      order.push(item);
      tiedWithPrevious.push(tied);
    }
    starts[row + 1] = order.length;
  });
  return {
    stages: choiceStages({ items: places.size, starts, order, tiedWithPrevious }),
    names: [...places.keys()],
    rankings: codes.length,
    hasTies: tiedWithPrevious.includes(1),
    annotators: table.find('annotator')?.codes,
  };
}

interface Reading {
  readonly places: Map<string, number>;
  readonly refuse: (problem: string) => never;
}

function readOne(text: string, { places, refuse }: Reading): Entry[] {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for (const group of text.split('>')) {
    const names = group.split('=').map((name) => name.trim());
    if (names.length > mostTied) refuse(`ties ${names.length} names; at most ${mostTied} may be tied`);
    names.forEach((name, index) => {
      if (name === '') refuse('lacks a name beside > or =');
      if (seen.has(name)) refuse(`names ${name} twice`);
      seen.add(name);
      const item = places.get(name) ?? places.size;
      places.set(name, item);
      entries.push({ item, tied: index === 0 ? 0 : 1 });
    });
  }
  if (entries.length < 2) refuse('ranks one name only');
  return entries;
}
