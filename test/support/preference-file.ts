import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readPrompts } from '#seeds/demo/read-content.ts';

/** A gzipped file of preference transcripts, and what an import has to make of it. */
export interface PreferenceFile {
  readonly path: string;
  readonly name: string;
  readonly added: number;
  readonly rejected: number;
  remove(): void;
}

const realName = 'hh-rlhf-harmless-base-test.jsonl.gz';

/** The published test set where this machine has it, else a file of the same shape with the same faults. */
export function findPreferenceFile(): PreferenceFile {
  const shared = process.env.PLUMBLINE_SHARED ?? join(import.meta.dirname, '../../../shared');
  const real = join(shared, 'data', realName);
  if (existsSync(real)) return { path: real, name: realName, added: 2303, rejected: 9, remove: () => {} };
  return writeTranscripts();
}

interface Transcripts {
  readonly chosen: string;
  readonly rejected: string;
}

function writeTranscripts(): PreferenceFile {
  const good = readPrompts()
    // The shape knows two voices only.
    .filter(({ prompt }) => prompt.every(({ role }) => role !== 'system'))
    .flatMap(({ prompt, responses }) => {
      const before = prompt
        .map(({ role, content }) => `\n\n${role === 'assistant' ? 'Assistant' : 'Human'}: ${content}`)
        .join('');
      const endings = responses.map(({ text }) => `${before}\n\nAssistant: ${text}`);
      return endings.slice(1).map((rejected, index) => ({ chosen: endings[index] ?? '', rejected }));
    });
  const bad = [...good.slice(0, 5).map(differEarlier), ...good.slice(5, 9).map(endEmpty)];
  const lines = [...good, ...bad].map((row) => JSON.stringify(row)).join('\n');
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-transcripts-'));
  const name = 'transcripts.jsonl.gz';
  writeFileSync(join(folder, name), gzipSync(`${lines}\n`));
  return {
    path: join(folder, name),
    name,
    added: good.length,
    rejected: bad.length,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function differEarlier({ chosen, rejected }: Transcripts): Transcripts {
  return { chosen, rejected: rejected.replace('Human: ', 'Human: Or rather: ') };
}

function endEmpty({ chosen, rejected }: Transcripts): Transcripts {
  return { chosen, rejected: rejected.slice(0, rejected.lastIndexOf('Assistant:') + 'Assistant: '.length) };
}
