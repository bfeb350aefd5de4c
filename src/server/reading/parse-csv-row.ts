/** What is wrong with a row's quoting, and where in the row. */
export interface CsvProblem {
  readonly index: number;
}

interface Cell {
  readonly text: string;
  readonly end: number;
}

/** Reads a quoted cell whose opening quote is at `start`; doubled quotes stand for one. */
function readQuotedCell(row: string, start: number): Cell | null {
  let closing = row.indexOf('"', start + 1);
  while (closing >= 0 && row[closing + 1] === '"') closing = row.indexOf('"', closing + 2);
  if (closing < 0) return null;
  return { text: row.slice(start + 1, closing).replaceAll('""', '"'), end: closing + 1 };
}

/** Splits one row into its cells, each exactly as written. A quote inside an unquoted cell is part of the text. */
export function parseCsvRow(row: string, delimiter: string): string[] | CsvProblem {
  const cells: string[] = [];
  let index = 0;
  for (;;) {
    if (row[index] === '"') {
      const cell = readQuotedCell(row, index);
      if (!cell) return { index };
      if (cell.end < row.length && row[cell.end] !== delimiter) return { index: cell.end };
      cells.push(cell.text);
      index = cell.end;
    } else {
      const found = row.indexOf(delimiter, index);
      const end = found < 0 ? row.length : found;
      cells.push(row.slice(index, end));
      index = end;
    }
    if (index >= row.length) return cells;
    index += 1;
  }
}
