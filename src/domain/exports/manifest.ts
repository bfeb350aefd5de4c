import type { ExportFormat } from './export-format.ts';
import type { ExportOptions } from './export-options.ts';
import type { ExportTally } from './export-tally.ts';

export interface ExportedFile {
  /** Relative to the export's folder, with `/`. */
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Answers to tests on gold, and the items that they are about: all there are, whether or not they are part of the export. */
export interface GoldCounts {
  readonly items: number;
  readonly judgments: number;
}

export interface ManifestSource {
  readonly appVersion: string;
  readonly project: { readonly id: string; readonly name: string };
  readonly format: ExportFormat;
  readonly options: ExportOptions;
  /** The plan's `source`. */
  readonly labelSource: 'preference' | 'rating';
  readonly rubricVersions: readonly number[];
  readonly guidelineVersions: readonly number[];
  /** When the newest judgment in it was submitted; null where there is none. */
  readonly judgedUntil: string | null;
  readonly annotators: number;
  readonly gold: GoldCounts;
  readonly tally: ExportTally;
  readonly files: readonly ExportedFile[];
}

/** What stands in `manifest.json`: enough to check an export and to make it again. */
export interface Manifest {
  readonly manifestVersion: 1;
  readonly madeWith: { readonly name: 'Plumbline'; readonly version: string };
  readonly project: { readonly id: string; readonly name: string };
  readonly format: ExportFormat;
  readonly options: ExportOptions;
  readonly labelSource: 'preference' | 'rating';
  readonly rubricVersions: readonly number[];
  readonly guidelineVersions: readonly number[];
  readonly judgedUntil: string | null;
  readonly counts: Pick<ExportTally, 'items' | 'judgments' | 'settled' | 'rows' | 'ties'> & {
    readonly annotators: number;
    readonly gold: GoldCounts & { readonly included: boolean };
  };
  readonly drops: ExportTally['drops'];
  readonly files: readonly ExportedFile[];
}

/** Puts a manifest together. It holds no time of its own making: the same data must give the same bytes. */
export function buildManifest(source: ManifestSource): Manifest {
  const { tally, options } = source;
  const byNumber = (one: number, other: number) => one - other;
  return {
    manifestVersion: 1,
    madeWith: { name: 'Plumbline', version: source.appVersion },
    project: { id: source.project.id, name: source.project.name },
    format: source.format,
    options: orderOptions(options),
    labelSource: source.labelSource,
    rubricVersions: [...source.rubricVersions].sort(byNumber),
    guidelineVersions: [...source.guidelineVersions].sort(byNumber),
    judgedUntil: source.judgedUntil,
    counts: {
      items: tally.items,
      judgments: tally.judgments,
      settled: tally.settled,
      annotators: source.annotators,
      gold: { ...source.gold, included: options.includeGold },
      rows: { ...tally.rows },
      ties: { ...tally.ties },
    },
    drops: { ...tally.drops },
    files: [...source.files]
      .sort((one, other) => (one.path < other.path ? -1 : 1))
      .map(({ path, rows, bytes, sha256 }) => ({ path, rows, bytes, sha256 })),
  };
}

/** The text of `manifest.json`. */
export function serialiseManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Options come from a request in any order of keys. */
function orderOptions(options: ExportOptions): ExportOptions {
  const { train, validation, test, salt } = options.split;
  return {
    ties: options.ties,
    margin: options.margin,
    split: { train, validation, test, salt },
    minJudgments: options.minJudgments,
    minAgreement: options.minAgreement,
    includeGold: options.includeGold,
    ratingKey: options.ratingKey,
    ktoGoodFrom: options.ktoGoodFrom,
    ktoBadUpTo: options.ktoBadUpTo,
    includeModelNames: options.includeModelNames,
    finalAnswers: options.finalAnswers,
  };
}
