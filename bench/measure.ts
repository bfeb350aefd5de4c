import { readdirSync, readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

/** The p-th percentile (0–100) of sorted times, nearest rank. */
export function percentile(sorted: readonly number[], p: number): number {
  return (
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil((p / 100) * sorted.length) - 1))] ?? Number.NaN
  );
}

export function describeMachine(): string {
  const model = cpus()[0]?.model ?? 'unknown processor';
  return `${cpus().length} × ${model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
}

export function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

/** Linux counts processor time in hundredths of a second. */
const ticksPerSecond = 100;

/** Processor time in ms that a database server and its backends have used, those that ended included; NaN where /proc is missing. */
export function processorOfDatabase(serverPid: number): number {
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const rows = pids.map((pid) => readStat(pid)).filter((row) => row !== null);
    const server = rows.find((row) => row.pid === serverPid);
    const living = rows.filter((row) => row.parent === serverPid);
    const ticks = living.reduce(
      (sum, row) => sum + row.ticks,
      (server?.ticks ?? 0) + (server?.endedTicks ?? 0),
    );
    return (ticks * 1000) / ticksPerSecond;
  } catch {
    return Number.NaN;
  }
}

interface ProcessTimes {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
  /** Of its children that ended. */
  readonly endedTicks: number;
}

function readStat(pid: string): ProcessTimes | null {
  try {
    // The name in parentheses may hold spaces; what follows it does not.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const sum = (at: number) => Number(fields[at]) + Number(fields[at + 1]);
    return { pid: Number(pid), parent: Number(fields[1]), ticks: sum(11), endedTicks: sum(13) };
  } catch {
    // The process ended while it was looked at.
    return null;
  }
}
