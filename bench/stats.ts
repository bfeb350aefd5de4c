import { describeMachine, milliseconds } from './measure.ts';
import { agreementRows } from './stats/agreement-rows.ts';
import { type Timing, timeRow } from './stats/bench-row.ts';
import { rankingRows } from './stats/ranking-rows.ts';

const parts = { agreement: agreementRows, ranking: rankingRows };

console.log(describeMachine());
for (const [name, rows] of Object.entries(parts)) {
  console.log(`\n${name}`);
  for (const bench of rows()) show(timeRow(bench));
}

function show({ job, least, median, error }: Timing): void {
  const answer = error === null ? 'by chance' : `off ${error.toExponential(0)}`;
  console.log(
    `  ${job.padEnd(56)} ${milliseconds(least).padStart(9)} ${milliseconds(median).padStart(9)}  ${answer}`,
  );
}
