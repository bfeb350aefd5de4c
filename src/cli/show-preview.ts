import type { z } from 'zod';
import type { importPreview } from '#contract/imports.ts';
import type { Terminal } from './terminal.ts';
import { count, oneLine } from './words.ts';

export type ImportPreview = z.infer<typeof importPreview>;

const shownRows = 3;
const shownRejections = 5;

const kinds = { jsonl: 'JSON lines', json_array: 'a JSON list', csv: 'CSV', parquet: 'Parquet' } as const;

/** Shows what a file seems to be and what its first rows would become. */
export function showPreview(terminal: Terminal, preview: ImportPreview): void {
  const { format, reason, fileKind, gzip, rows, rejections, mapping, mismatch } = preview;
  const width = Math.max(40, Math.min(110, terminal.columns));
  terminal.say(
    `Format: ${format} (${kinds[fileKind]}${gzip ? ', gzip' : ''})${format === 'generic' && mapping ? '' : `. ${reason}`}`,
  );
  if (mapping) terminal.say(`Columns: ${describeMapping(mapping)}`);
  for (const row of rows.slice(0, shownRows)) {
    const last = row.prompt.at(-1)?.content ?? '';
    const turns = row.prompt.length > 1 ? ` (${row.prompt.length} turns)` : '';
    terminal.say(`\nLine ${row.line}${turns}: ${oneLine(last, width - 20)}`);
    for (const response of row.responses)
      terminal.say(`  ${response.id}  ${oneLine(response.text, width - 8)}`);
    if (row.verdict !== null) terminal.say(`  verdict in the file: ${oneLine(row.verdict, width - 24)}`);
  }
  if (rejections.length > 0) terminal.say(`\n${count(rejections.length, 'complaint')} about the first rows:`);
  for (const { line, field, message } of rejections.slice(0, shownRejections))
    terminal.say(`  line ${line}${field === null ? '' : `, ${field}`}: ${message}`);
  if (mismatch !== null) terminal.say(`\n${mismatch}`);
  terminal.say('');
}

function describeMapping(mapping: NonNullable<ImportPreview['mapping']>): string {
  const responses = mapping.responsesColumn ?? mapping.responses.join(' | ');
  const parts: [string, string | undefined][] = [
    ['prompt', mapping.prompt],
    ['system', mapping.system],
    ['responses', responses],
    ['key', mapping.key],
    ['domain', mapping.domain],
    ['verdict', mapping.verdict],
  ];
  return parts
    .filter(([, column]) => column !== undefined && column !== '')
    .map(([name, column]) => `${name} ← ${column}`)
    .join(', ');
}
