import type { messages } from '@electric-sql/pglite';
import type { Output } from './output.ts';

/** Types whose text is a number, and truth values, and JSON, by their numbers in PostgreSQL. */
const numberTypes = new Set([20, 21, 23, 26, 700, 701, 1700]);
const booleanType = 16;
const jsonTypes = new Set([114, 3802]);

interface Column {
  readonly name: string;
  readonly type: number;
}

/** Prints the rows of each query as they come, as `psql -A` would, and keeps those of the last query, bounded. */
export class RowReader {
  readonly #output: Output;
  readonly #limit: number;
  #columns: readonly Column[] = [];
  #rows: Record<string, unknown>[] | null = null;
  #size = 0;

  constructor(output: Output, limit: number) {
    this.#output = output;
    this.#limit = limit;
  }

  read(said: messages.BackendMessage): void {
    if (said.name === 'rowDescription') {
      const { fields } = said as messages.RowDescriptionMessage;
      this.#columns = fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID }));
      this.#rows = [];
      this.#size = 0;
      this.#output.write('stdout', `${this.#columns.map(({ name }) => name).join('|')}\n`);
    }
    if (said.name === 'dataRow') this.#readRow((said as messages.DataRowMessage).fields);
  }

  /** The rows of the last query that had any columns; null where there was none or where they are too many. */
  lastRowsAsJson(): string | null {
    return this.#size > this.#limit || this.#rows === null ? null : JSON.stringify(this.#rows);
  }

  #readRow(fields: readonly (string | null)[]): void {
    const line = fields.map((field) => field ?? '').join('|');
    this.#output.write('stdout', `${line}\n`);
    this.#size += line.length + 1;
    if (this.#size > this.#limit) return;
    this.#rows?.push(
      Object.fromEntries(
        this.#columns.map(({ name, type }, index) => [name, readValue(fields[index] ?? null, type)]),
      ),
    );
  }
}

function readValue(text: string | null, type: number): unknown {
  if (text === null) return null;
  if (numberTypes.has(type) && Number.isFinite(Number(text))) return Number(text);
  if (type === booleanType) return text === 't';
  return jsonTypes.has(type) ? JSON.parse(text) : text;
}
