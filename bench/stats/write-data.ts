import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  generateBattles,
  generateCrowdLabels,
  generateRankings,
  generateRatedUnits,
  generateSparseRatings,
} from './generate-data.ts';

/** Writes the data as raw little-endian arrays, so that programs in other languages read the same bytes. */
export function writeData(folder: string): void {
  const write = (name: string, array: ArrayBufferView) =>
    writeFileSync(join(folder, name), new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  for (const [tag, seed] of [
    ['1e5', 200],
    ['1e6', 300],
  ] as const) {
    const { annotators, ...values } = generateRatedUnits(seed, Number(tag));
    write(`kripp_${tag}.annotator.u8`, annotators);
    for (const [kind, array] of Object.entries(values)) write(`kripp_${tag}.${kind}.u8`, array);
  }
  for (const [tag, seed] of [
    ['1e5', 400],
    ['1e6', 500],
  ] as const) {
    const crowd = generateCrowdLabels(seed, Number(tag));
    write(`ds_${tag}.task.i32`, crowd.tasks);
    write(`ds_${tag}.worker.i32`, crowd.workers);
    write(`ds_${tag}.label.u8`, crowd.labels);
  }
  const battles = generateBattles();
  write('bt_1e6.a.u8', battles.left);
  write('bt_1e6.b.u8', battles.right);
  write('bt_1e6.outcome.u8', battles.outcome);
  write('bt_1e6.style.f32', battles.style);
  const sparse = generateSparseRatings();
  write('wk.item.i32', sparse.items);
  write('wk.worker.i32', sparse.annotators);
  write('wk.value.u8', sparse.values);
  write('pl_1e5x4.items_best_first.u8', generateRankings());
}
