type Path = readonly (string | number)[];

/** The lists of a rubric, each with what one of its entries is called. */
const entryWords: Readonly<Record<string, string>> = {
  criteria: 'criterion',
  options: 'option',
  anchors: 'point',
  types: 'type of error',
  severities: 'severity',
  verdicts: 'verdict',
  labels: 'label',
  techniques: 'technique',
  harms: 'harm',
  targets: 'target behaviour',
  mustInclude: 'phrase',
  mustNotInclude: 'phrase',
};

/** A path through a rubric file in words, such as "Criterion 3 (“Safety”), scale, option 2, label". */
export function namePlace(path: Path, file: unknown): string {
  const words: string[] = [];
  let value = file;
  let list = '';
  for (const part of path) {
    value = readOwn(value, part);
    const noun = Object.hasOwn(entryWords, list) ? entryWords[list] : undefined;
    if (/^\d+$/.test(String(part)) && noun !== undefined) {
      words[words.length - 1] = `${noun} ${Number(part) + 1}${labelOf(value)}`;
    } else {
      words.push(String(part));
    }
    list = String(part);
  }
  const told = words.filter((word, index) => word !== 'rubric' || index === words.length - 1).join(', ');
  return told === '' ? 'The file' : told.charAt(0).toUpperCase() + told.slice(1);
}

function readOwn(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function labelOf(value: unknown): string {
  const label = readOwn(value, 'label');
  return typeof label === 'string' && label.trim() !== '' ? ` (“${label.slice(0, 60)}”)` : '';
}
