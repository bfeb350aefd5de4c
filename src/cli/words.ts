/** A number as people write it, such as 12,345. */
export function number(value: number): string {
  return value.toLocaleString('en');
}

/** A count with its noun, such as "1 row" or "3 rows". */
export function count(value: number, noun: string): string {
  return `${number(value)} ${noun}${value === 1 ? '' : 's'}`;
}

/** A size such as 1.4 MB. */
export function bytes(value: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, value)) / 3)));
  const scaled = value / 1000 ** step;
  return `${step === 0 ? scaled : scaled.toFixed(scaled < 10 ? 1 : 0)} ${units[step]}`;
}

/** Text on one line, cut to a width; what could steer a terminal is shown as a dot. */
export function oneLine(text: string, width: number): string {
  const flat = text.replaceAll(/\s+/g, ' ').replaceAll(/\p{C}/gu, '·').trim();
  const characters = [...flat];
  return characters.length <= width ? flat : `${characters.slice(0, Math.max(1, width - 1)).join('')}…`;
}

/** Rows in columns as wide as their widest cell. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (known, row) => row.map((cell, index) => Math.max(known[index] ?? 0, cell.length)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
