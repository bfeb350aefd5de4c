import { describeMachine, milliseconds } from './measure.ts';
import { aggregationRows } from './stats/aggregation-rows.ts';
import { agreementRows } from './stats/agreement-rows.ts';
import { type Timing, timeRow } from './stats/bench-row.ts';
import { rankingRows } from './stats/ranking-rows.ts';
import { type PeerTiming, runPeers } from './stats/run-peers.ts';

const parts = { agreement: agreementRows, aggregation: aggregationRows, ranking: rankingRows };
const words = process.argv.slice(2);
const wanted = words.filter((word) => !word.startsWith('--'));
const furthestOff = 1e-9;

console.log(describeMachine());
console.log('Shortest and middle time of some runs in one process; how far the answer is off the exact one.');
const timings: Timing[] = [];
for (const [name, rows] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  for (const bench of rows()) {
    const timing = timeRow(bench);
    timings.push(timing);
    console.log(describe(timing));
  }
}
if (words.includes('--peers')) {
  console.log('\nother programs');
  const jobs = timings.flatMap(({ peers }) => peers);
  const python = words.find((word) => word.startsWith('--python='))?.slice('--python='.length);
  compare(runPeers({ jobs, python, say: (line) => console.log(line) }));
}
const wrong = timings.filter(({ error }) => error !== null && !(error <= furthestOff));
for (const { job } of wrong) console.error(`WRONG: ${job}`);
if (wrong.length > 0) process.exitCode = 1;

function describe({ job, least, median, error }: Timing): string {
  const answer = error === null ? '' : `off ${error.toExponential(0)}`;
  return `  ${job.padEnd(56)} ${milliseconds(least).padStart(9)} ${milliseconds(median).padStart(9)}  ${answer}`;
}

/** The shortest times against each other, job by job. */
function compare(peers: ReadonlyMap<string, PeerTiming>): void {
  console.log('\nagainst other programs, shortest times in the same run');
  for (const { job, least, peers: names } of timings) {
    for (const name of names) {
      const peer = peers.get(name) ?? { failure: 'it did not run' };
      if ('failure' in peer) console.log(`  ${job.padEnd(56)} ${name}: ${peer.failure}`);
      else {
        const theirs = Math.min(...peer.times);
        console.log(
          `  ${job.padEnd(56)} ${milliseconds(least).padStart(9)} ${milliseconds(theirs).padStart(9)} ${(theirs / least).toFixed(1).padStart(7)} ×  ${name}`,
        );
      }
    }
  }
}
