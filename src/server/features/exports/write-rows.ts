import { buildRows } from '#domain/exports/build-rows.ts';
import {
  formatDescriptions,
  type SplitName,
  splitNames,
  tiesConfigName,
} from '#domain/exports/export-format.ts';
import { type ExportTally, emptyExportTally, tallyItem } from '#domain/exports/export-tally.ts';
import { tieColumns } from '#domain/exports/format-columns.ts';
import type { ExportedFile } from '#domain/exports/manifest.ts';
import { UnitCollector } from '#domain/results/collect-units.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { JudgedItem } from '#server/store/judgment-reading-store.ts';
import type { ExportReader } from './export-reader.ts';
import { type ShardSettings, ShardWriter } from './shard-writer.ts';

/** What is known once every row is written. */
export interface WrittenRows {
  readonly tally: ExportTally;
  readonly files: readonly ExportedFile[];
  readonly units: UnitCollector;
  readonly annotators: number;
  readonly rubricVersions: readonly number[];
  readonly guidelineVersions: readonly number[];
  readonly judgedUntil: string | null;
}

/** After so many, requests and the next page of items are let in while the disk writes. */
const itemsAtOnce = 150;

type Writers = Readonly<Record<SplitName, ShardWriter>>;

/** Turns items into the rows of one export and counts as it goes. */
export class RowWriter {
  readonly #reader: ExportReader;
  readonly #rows: Writers;
  readonly #ties: Writers;
  readonly #tally = emptyExportTally();
  readonly #units: UnitCollector;
  readonly #annotators = new Set<string>();
  readonly #rubricVersions = new Set<number>();
  readonly #guidelineVersions = new Set<number>();
  #judgedUntil: string | null = null;
  rowsWritten = 0;

  constructor(reader: ExportReader, rubrics: ReadonlyMap<number, Rubric>, settings: ShardSettings) {
    this.#reader = reader;
    const { format, columns } = reader.plan;
    const writersOf = (configName: string, of: typeof columns): Writers => {
      const make = (split: SplitName) => new ShardWriter(settings, { configName, split, columns: of });
      return { train: make('train'), validation: make('validation'), test: make('test') };
    };
    this.#rows = writersOf(formatDescriptions[format].configName, columns);
    this.#ties = writersOf(tiesConfigName, tieColumns);
    this.#units = new UnitCollector(rubrics);
  }

  /** Writes the rows of one page of items. */
  async write(items: readonly JudgedItem[]): Promise<void> {
    for (const [index, item] of items.entries()) {
      this.#add(item);
      if (index % itemsAtOnce === itemsAtOnce - 1) await this.#settle();
    }
    await this.#settle();
  }

  async finish(): Promise<WrittenRows> {
    const files: ExportedFile[] = [];
    for (const writer of this.#writers()) files.push(...(await writer.finish()));
    return {
      tally: this.#tally,
      files,
      units: this.#units,
      annotators: this.#annotators.size,
      rubricVersions: [...this.#rubricVersions],
      guidelineVersions: [...this.#guidelineVersions],
      judgedUntil: this.#judgedUntil,
    };
  }

  async abandon(): Promise<void> {
    for (const writer of this.#writers()) await writer.abandon();
  }

  async #settle(): Promise<void> {
    for (const writer of this.#writers()) await writer.settle();
  }

  #writers(): ShardWriter[] {
    return splitNames.flatMap((split) => [this.#rows[split], this.#ties[split]]);
  }

  #add(item: JudgedItem): void {
    if (item.judgments.length === 0) return;
    const { plan } = this.#reader;
    const split = this.#reader.splitOf(item);
    const made = buildRows(this.#reader.asExportItem(item), plan);
    const weight = weigh(item);
    for (const row of made.rows) this.#rows[split].add(row, weight);
    for (const row of made.ties) this.#ties[split].add(row, weight);
    this.rowsWritten += made.rows.length + made.ties.length;
    tallyItem(this.#tally, {
      format: plan.format,
      split,
      judgmentCount: item.judgments.length,
      isSettled: item.final !== undefined,
      made,
    });
    this.#note(item);
  }

  #note(item: JudgedItem): void {
    for (const { annotatorId, rubricVersion, guidelineVersion, submittedAt } of item.judgments) {
      this.#annotators.add(annotatorId);
      this.#rubricVersions.add(rubricVersion);
      this.#guidelineVersions.add(guidelineVersion);
      if (this.#judgedUntil === null || submittedAt > this.#judgedUntil) this.#judgedUntil = submittedAt;
    }
    if (item.judgments.length > 1) {
      const responseIds = item.responses.map((response) => response.id);
      this.#units.add({ itemId: item.itemId, responseIds, judgments: item.judgments });
    }
  }
}

function weigh({ prompt, responses }: JudgedItem): number {
  let sum = 300;
  for (const { content } of prompt) sum += content.length;
  for (const { text } of responses) sum += text.length;
  return sum;
}
