import type { z } from 'zod';
import type { ColumnMapping, importFormat } from '#contract/imports.ts';
import { addSample, type TransferSample } from './transfer-rate.ts';

export type ImportFormat = z.infer<typeof importFormat>;

/** What a person chooses about a file; what is left out the server finds itself. */
export interface ImportChoices {
  readonly format?: ImportFormat;
  readonly mapping?: ColumnMapping;
  readonly pairs: 'all' | 'best_vs_worst';
}

interface ChosenFile {
  readonly fileName: string;
  readonly sizeBytes: number;
}

/** How far the import of one file is, before it runs on the server. */
export type ImportFlow =
  | { readonly step: 'choose'; readonly problem?: string }
  | ({
      readonly step: 'uploading';
      readonly sentBytes: number;
      readonly isCut: boolean;
      readonly samples: readonly TransferSample[];
    } & ChosenFile)
  | ({ readonly step: 'decide'; readonly uploadId: string; readonly choices: ImportChoices } & ChosenFile);

export type ImportFlowEvent =
  | ({ readonly type: 'chosen' } & ChosenFile)
  | { readonly type: 'sent'; readonly bytes: number; readonly isCut: boolean; readonly atMs: number }
  | { readonly type: 'arrived'; readonly uploadId: string }
  | { readonly type: 'failed'; readonly problem: string }
  | { readonly type: 'format_chosen'; readonly format: ImportFormat | undefined }
  | { readonly type: 'mapping_changed'; readonly mapping: ColumnMapping }
  | { readonly type: 'pairs_chosen'; readonly pairs: ImportChoices['pairs'] }
  /** Begun on the server, or given up. */
  | { readonly type: 'left' };

export const flowStart: ImportFlow = { step: 'choose' };

function changeChoices(flow: ImportFlow, change: (choices: ImportChoices) => ImportChoices): ImportFlow {
  return flow.step === 'decide' ? { ...flow, choices: change(flow.choices) } : flow;
}

/** What becomes of the flow; events that come too late change nothing. */
export function nextFlow(flow: ImportFlow, event: ImportFlowEvent): ImportFlow {
  switch (event.type) {
    case 'chosen': {
      const { fileName, sizeBytes } = event;
      return { step: 'uploading', fileName, sizeBytes, sentBytes: 0, isCut: false, samples: [] };
    }
    case 'sent': {
      if (flow.step !== 'uploading') return flow;
      const { bytes, isCut, atMs } = event;
      // A cut must not count as slow sending.
      const samples = isCut ? [] : addSample(flow.samples, { atMs, bytes });
      return { ...flow, sentBytes: bytes, isCut, samples };
    }
    case 'arrived': {
      if (flow.step !== 'uploading') return flow;
      const { fileName, sizeBytes } = flow;
      return { step: 'decide', uploadId: event.uploadId, fileName, sizeBytes, choices: { pairs: 'all' } };
    }
    case 'failed':
      return { step: 'choose', problem: event.problem };
    case 'format_chosen':
      // A mapping belongs to the file's own columns, so it outlives a look at another format only as a guess anew.
      return changeChoices(flow, ({ pairs }) => (event.format ? { pairs, format: event.format } : { pairs }));
    case 'mapping_changed':
      return changeChoices(flow, ({ pairs }) => ({ pairs, format: 'generic', mapping: event.mapping }));
    case 'pairs_chosen':
      return changeChoices(flow, (choices) => ({ ...choices, pairs: event.pairs }));
    case 'left':
      return flowStart;
  }
}
