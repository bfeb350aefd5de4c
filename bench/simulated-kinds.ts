/**
 * What the reports on people find of simulated annotators of each kind, over many seeds: the power of each sign and how
 * often people who do nothing wrong are told of.
 *   npm run bench:kinds [-- --seeds 20 --items 5000]
 */
import { parseArgs } from 'node:util';
import { everyKind, findKinds, tellingSigns } from '#domain/simulation/found-kinds.ts';
import { type SimulatedKind, simulatedKinds } from '#domain/simulation/population.ts';

const { values: args } = parseArgs({
  options: { seeds: { type: 'string', default: '20' }, items: { type: 'string', default: '5000' } },
});
const people = new Map<SimulatedKind, number>();
const counts = new Map<SimulatedKind, Map<string, number>>();

function count(kind: SimulatedKind, sign: string): void {
  const own = counts.get(kind) ?? new Map<string, number>();
  counts.set(kind, own);
  own.set(sign, (own.get(sign) ?? 0) + 1);
}

for (let seed = 1; seed <= Number(args.seeds); seed += 1) {
  for (const { kind, signs } of findKinds({ seed, groups: everyKind, items: Number(args.items) })) {
    people.set(kind, (people.get(kind) ?? 0) + 1);
    for (const sign of signs) count(kind, sign);
    if (tellingSigns[kind]?.some((sign) => signs.has(sign)) === true) count(kind, 'found');
    if (signs.size > 0) count(kind, 'any');
  }
}

const share = (kind: SimulatedKind, sign: string) => {
  const of = people.get(kind) ?? 0;
  return `${counts.get(kind)?.get(sign) ?? 0}/${of}`;
};
console.log(`${args.seeds} crowds, ${args.items} items of three judgments each\n`);
console.log('kind              found as what it is   any sign at all   signs');
for (const kind of simulatedKinds) {
  const signs = [...(counts.get(kind) ?? [])]
    .filter(([sign]) => sign !== 'found' && sign !== 'any')
    .sort(([, one], [, other]) => other - one)
    .map(([sign, times]) => `${sign} ${times}`);
  const found = tellingSigns[kind] === undefined ? '–' : share(kind, 'found');
  console.log(`${kind.padEnd(18)}${found.padEnd(22)}${share(kind, 'any').padEnd(18)}${signs.join(', ')}`);
}
