/** What the help of a point says, with the example at its end apart. */
export interface HelpParts {
  readonly meaning: string;
  readonly example: string;
}

/** An example is the Markdown quotation that ends a help text; it needs no word in any language. */
export function splitHelp(help: string): HelpParts {
  const lines = help.split('\n');
  let from = lines.length;
  while (from > 0 && lines[from - 1]?.startsWith('>')) from -= 1;
  const quoted = lines.slice(from).map((line) => line.replace(/^> ?/, ''));
  if (quoted.length === 0) return { meaning: help, example: '' };
  const meaning = lines.slice(0, from).join('\n').replace(/\n$/, '');
  return { meaning, example: quoted.join('\n') };
}

export function joinHelp({ meaning, example }: HelpParts): string {
  if (example === '') return meaning;
  const quoted = example
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
  return meaning === '' ? quoted : `${meaning}\n\n${quoted}`;
}
