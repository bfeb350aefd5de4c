export const rejectionsCsvHeader = 'line,field,code,message\r\n';

/** One rejection as a row of CSV that spreadsheets show as text. */
export function toRejectionsCsvRow(rejection: {
  readonly line: number;
  readonly field: string | null;
  readonly code: string;
  readonly message: string;
}): string {
  const cells = [String(rejection.line), rejection.field ?? '', rejection.code, rejection.message];
  return `${cells.map(toCell).join(',')}\r\n`;
}

/** What makes a spreadsheet read a cell as a formula, also in full width, and also behind blanks. */
const formulaStart = /^\s*[=+\-@\t\r＝＋－＠]/;

function toCell(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
