import type { ImportRun } from '#contract/imports.ts';
import type { ImportPreview } from './choices/preview-rows.tsx';

export const uploadId = '0190d1c8-0000-7000-8000-0000000000b1';

export function anUpload(receivedBytes: number, sizeBytes: number) {
  const complete = receivedBytes === sizeBytes;
  return {
    id: uploadId,
    fileName: 'pairs.jsonl',
    sizeBytes,
    receivedBytes,
    complete,
    createdAt: '2026-01-01T00:00:00Z',
  };
}

export function aPreview(more: Partial<ImportPreview> = {}): ImportPreview {
  return {
    format: 'hh_rlhf',
    reason: 'Recognised by its columns: chosen and rejected are transcripts.',
    fileKind: 'jsonl',
    gzip: false,
    columns: ['chosen', 'rejected'],
    mapping: null,
    rows: [
      {
        line: 1,
        prompt: [{ role: 'user', content: 'Why is the sky blue?' }],
        responses: [
          { id: 'r1', text: 'Scattering.', model: null },
          { id: 'r2', text: 'The sea.', model: null },
        ],
        verdict: 'Response 1 is better',
      },
    ],
    rejections: [],
    mismatch: null,
    ...more,
  };
}

export function anImport(more: Partial<ImportRun> = {}): ImportRun {
  return {
    id: '0190d1c8-0000-7000-8000-0000000000c1',
    fileName: 'pairs.jsonl',
    format: 'hh_rlhf',
    state: 'done',
    bytesRead: 10,
    bytesTotal: 10,
    rowsRead: 12_000,
    itemsAdded: 2_307,
    duplicates: 0,
    rejected: 0,
    ratePerSecond: null,
    failure: null,
    verdicts: 0,
    goldsMade: 0,
    createdAt: '2026-01-01T00:00:00Z',
    finishedAt: null,
    createdByName: 'Ada Okafor',
    ...more,
  };
}
