import { dawidSkene } from '#stats/aggregation/dawid-skene.ts';
import { glad } from '#stats/aggregation/glad.ts';
import { groupLabels } from '#stats/aggregation/group-labels.ts';
import { mace } from '#stats/aggregation/mace.ts';
import { majorityVote } from '#stats/aggregation/majority-vote.ts';
import { oneCoinDawidSkene } from '#stats/aggregation/one-coin-dawid-skene.ts';
import { wawa } from '#stats/aggregation/wawa.ts';
import { zeroBasedSkill } from '#stats/aggregation/zero-based-skill.ts';
import { type BenchRow, off, row } from './bench-row.ts';
import { type CrowdLabels, generateCrowdLabels } from './generate-data.ts';

/** The sum over tasks of the highest posterior after 20 iterations of Dawid-Skene, computed once in another language. */
const exactSums: Readonly<Record<string, number>> = {
  '1e5': 18482.441507583284,
  '1e6': 180675.85687760878,
};

/** Two hundred workers, four classes, five labels a task; grouping the rows by task is part of every job. */
export function aggregationRows(): BenchRow[] {
  return (['1e5', '1e6'] as const).flatMap((tag) => {
    const crowd = generateCrowdLabels(tag === '1e5' ? 400 : 500, Number(tag));
    const group = () => groupLabels({ item: crowd.tasks, annotator: crowd.workers, label: crowd.labels });
    const iterations = 20;
    return [
      row({
        job: `Dawid-Skene, 20 iterations, ${tag} labels`,
        run: () => dawidSkene({ labels: group(), iterations }),
        error: ({ posteriors }) => off(sumOfHighest(posteriors, 4), exactSums[tag] ?? Number.NaN),
        peers: [`crowd-kit DawidSkene ${tag}`],
      }),
      row({
        job: `Dawid-Skene, 20 iterations, ${tag} labels, 1 to 5 a task`,
        run: () => dawidSkene({ labels: groupLabels(unevenly(crowd)), iterations }),
      }),
      row({
        job: `one-coin Dawid-Skene, 20 iterations, ${tag} labels`,
        run: () => oneCoinDawidSkene({ labels: group(), iterations }),
        peers: [`crowd-kit OneCoinDawidSkene ${tag}`],
      }),
      row({
        job: `MACE, 20 iterations, ${tag} labels`,
        times: tag === '1e5' ? 6 : 3,
        run: () => mace({ labels: group(), iterations }),
        peers: [`crowd-kit MACE ${tag}`],
      }),
      row({
        job: `majority vote, ${tag} labels`,
        run: () => majorityVote({ labels: group() }),
        peers: [`crowd-kit MajorityVote ${tag}`],
      }),
      row({
        job: `Wawa, ${tag} labels`,
        run: () => wawa({ labels: group() }),
        peers: [`crowd-kit Wawa ${tag}`],
      }),
      ...(tag === '1e6' ? [] : slowJobs(group)),
    ];
  });
}

function slowJobs(group: () => ReturnType<typeof groupLabels>): BenchRow[] {
  return [
    row({
      job: 'GLAD, 3 iterations, 1e5 labels',
      times: 3,
      run: () => glad({ labels: group(), iterations: 3 }),
      peers: ['crowd-kit GLAD 1e5'],
    }),
    row({
      job: 'zero-based skill, 100 iterations, 1e5 labels',
      times: 3,
      run: () => zeroBasedSkill({ labels: group() }),
      peers: ['crowd-kit ZeroBasedSkill 1e5'],
    }),
  ];
}

function sumOfHighest(posteriors: Float64Array, classes: number): number {
  let sum = 0;
  for (let task = 0; task < posteriors.length; task += classes)
    sum += Math.max(...posteriors.subarray(task, task + classes));
  return sum;
}

const uneven = new WeakMap<CrowdLabels, { item: number[]; annotator: number[]; label: number[] }>();

/** Leaves out labels so that tasks have one to five; made once, so that the job does not pay for it. */
function unevenly(crowd: CrowdLabels) {
  const known = uneven.get(crowd);
  if (known !== undefined) return known;
  const kept = Array.from(crowd.tasks.keys()).filter((place) => place % 5 <= Math.floor(place / 5) % 5);
  const pick = (list: ArrayLike<number>) => kept.map((place) => list[place] ?? 0);
  const made = { item: pick(crowd.tasks), annotator: pick(crowd.workers), label: pick(crowd.labels) };
  uneven.set(crowd, made);
  return made;
}
