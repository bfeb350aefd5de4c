import { uniformStream } from './uniform-stream.ts';

/** `picks` different ones of `pool` for each of n units, unit by unit. */
function pickDifferent(seed: number, { n, pool, picks }: { n: number; pool: number; picks: number }) {
  const picked = new Int32Array(n * picks);
  for (let pick = 0; pick < picks; pick++) {
    const draws = uniformStream(seed + pick, n);
    for (let unit = 0; unit < n; unit++) {
      let chosen = Math.trunc((draws[unit] ?? 0) * (pool - pick));
      const before = picked.slice(unit * picks, unit * picks + pick).sort();
      for (const other of before) if (chosen >= other) chosen++;
      picked[unit * picks + pick] = chosen;
    }
  }
  return picked;
}

const clip = (value: number, low: number, high: number) => Math.min(high, Math.max(low, Math.floor(value)));

export interface RatedUnits {
  readonly annotators: Uint8Array;
  readonly nominal: Uint8Array;
  readonly likert: Uint8Array;
  readonly score101: Uint8Array;
}

/** Three of fifty annotators on each unit: five classes, seven steps, and 0 to 100. */
export function generateRatedUnits(seed: number, n: number): RatedUnits {
  const picked = pickDifferent(seed, { n, pool: 50, picks: 3 });
  const truth = uniformStream(seed + 10, n);
  const skill = uniformStream(seed + 11, 50);
  const luck = uniformStream(seed + 12, 3 * n);
  const other = uniformStream(seed + 13, 3 * n);
  const level = uniformStream(seed + 14, n);
  const noise = [15, 16, 17].map((stream) => uniformStream(seed + stream, 3 * n));
  const nominal = new Uint8Array(3 * n);
  const likert = new Uint8Array(3 * n);
  const score101 = new Uint8Array(3 * n);
  for (let place = 0; place < 3 * n; place++) {
    const unit = Math.floor(place / 3);
    const accuracy = 0.55 + 0.4 * (skill[picked[place] ?? 0] ?? 0);
    const isRight = (luck[place] ?? 0) < accuracy;
    nominal[place] = Math.trunc((isRight ? (truth[unit] ?? 0) : (other[place] ?? 0)) * 5);
    const base = (level[unit] ?? 0) * 6 + 1;
    const [one, two, three] = noise;
    const off = ((one?.[place] ?? 0) + (two?.[place] ?? 0) + (three?.[place] ?? 0) - 1.5) * 2.4;
    likert[place] = clip(base + off + 0.5, 1, 7);
    score101[place] = clip(((base - 1) / 6) * 100 + off * 8 + 0.5, 0, 100);
  }
  return { annotators: Uint8Array.from(picked), nominal, likert, score101 };
}

export interface CrowdLabels {
  readonly tasks: Int32Array;
  readonly workers: Int32Array;
  readonly labels: Uint8Array;
  readonly truth: Uint8Array;
}

/** Five of two hundred workers on each task, four classes. */
export function generateCrowdLabels(seed: number, labelCount: number): CrowdLabels {
  const n = labelCount / 5;
  const workers = pickDifferent(seed, { n, pool: 200, picks: 5 });
  const truth = Uint8Array.from(uniformStream(seed + 10, n), (draw) => Math.trunc(draw * 4));
  const skill = uniformStream(seed + 11, 200);
  const luck = uniformStream(seed + 12, labelCount);
  const other = uniformStream(seed + 13, labelCount);
  const labels = new Uint8Array(labelCount);
  for (let place = 0; place < labelCount; place++) {
    const right = truth[Math.floor(place / 5)] ?? 0;
    const accuracy = 0.35 + 0.6 * (skill[workers[place] ?? 0] ?? 0);
    const wrong = (right + 1 + Math.trunc((other[place] ?? 0) * 3)) % 4;
    labels[place] = (luck[place] ?? 0) < accuracy ? right : wrong;
  }
  const tasks = Int32Array.from({ length: labelCount }, (_, place) => Math.floor(place / 5));
  return { tasks, workers, labels, truth };
}

export interface Battles {
  readonly left: Uint8Array;
  readonly right: Uint8Array;
  /** 2 left wins, 1 tie, 0 right wins. */
  readonly outcome: Uint8Array;
  /** Four features a battle. */
  readonly style: Float32Array;
}

/** From 1.2 down to −1.2 in a hundred steps. */
const strengths = Float64Array.from({ length: 100 }, (_, item) =>
  item === 99 ? -1.2 : item * (-2.4 / 99) + 1.2,
);

/** A million comparisons of a hundred models, with lengths that sway the outcome. */
export function generateBattles(): Battles {
  const n = 1_000_000;
  const seed = 600;
  const stream = (offset: number) => uniformStream(seed + offset, n);
  const left = Uint8Array.from(stream(0), (draw) => Math.trunc(draw * 100));
  const gaps = stream(1);
  const right = Uint8Array.from(left, (one, row) => (one + 1 + Math.trunc((gaps[row] ?? 0) * 99)) % 100);
  const lengths = [stream(2), stream(3)].map((draws) => draws.map((draw) => 50 + 850 * draw));
  const style = new Float32Array(n * 4);
  const pull = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    const [one, other] = [lengths[0]?.[row] ?? 0, lengths[1]?.[row] ?? 0];
    const longer = (one - other) / (one + other + 1);
    style[row * 4] = longer;
    pull[row] = (strengths[left[row] ?? 0] ?? 0) - (strengths[right[row] ?? 0] ?? 0) + 0.8 * longer;
  }
  for (let feature = 0; feature < 3; feature++) {
    const [plus, minus] = [stream(4 + feature), stream(7 + feature)];
    for (let row = 0; row < n; row++) {
      const value = (plus[row] ?? 0) - (minus[row] ?? 0);
      style[row * 4 + 1 + feature] = value;
      if (feature === 0) pull[row] = (pull[row] ?? 0) + 0.2 * value;
    }
  }
  const [tie, win] = [stream(20), stream(21)];
  const outcome = Uint8Array.from(pull, (odds, row) =>
    (tie[row] ?? 0) < 0.15 ? 1 : (win[row] ?? 0) < 1 / (1 + Math.exp(-odds)) ? 2 : 0,
  );
  return { left, right, outcome, style };
}

export interface SparseRatings {
  readonly items: Int32Array;
  readonly annotators: Int32Array;
  readonly values: Uint8Array;
}

/** Two hundred annotators, each on about a tenth of ten thousand items, five steps. */
export function generateSparseRatings(): SparseRatings {
  const [itemCount, annotatorCount, seed] = [10_000, 200, 700];
  const present = uniformStream(seed, itemCount * annotatorCount);
  const level = uniformStream(seed + 1, itemCount);
  const places = Int32Array.from(present.keys()).filter((place) => (present[place] ?? 0) < 0.1);
  const [one, other] = [uniformStream(seed + 2, places.length), uniformStream(seed + 3, places.length)];
  const items = places.map((place) => Math.floor(place / annotatorCount));
  const values = Uint8Array.from(items, (item, row) =>
    clip((level[item] ?? 0) * 4 + 1 + ((one[row] ?? 0) + (other[row] ?? 0) - 1) * 1.6 + 0.5, 1, 5),
  );
  return { items, annotators: places.map((place) => place % annotatorCount), values };
}

/** A hundred thousand rankings of four of a hundred items, best first. */
export function generateRankings(): Uint8Array {
  const [n, seed] = [100_000, 800];
  const picked = pickDifferent(seed, { n, pool: 100, picks: 4 });
  const luck = uniformStream(seed + 10, 4 * n);
  const order = new Uint8Array(4 * n);
  for (let ranking = 0; ranking < n; ranking++) {
    const entries = [0, 1, 2, 3].map((place) => {
      const item = picked[ranking * 4 + place] ?? 0;
      const draw = Math.max(1e-300, luck[ranking * 4 + place] ?? 0);
      return { item, utility: -Math.log(-Math.log(draw)) + (strengths[item] ?? 0) };
    });
    entries.sort((a, b) => b.utility - a.utility);
    entries.forEach(({ item }, place) => {
      order[ranking * 4 + place] = item;
    });
  }
  return order;
}
