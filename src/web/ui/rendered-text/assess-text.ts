import { say } from '#web/messages/say.ts';
/** Sizes beyond which a text is shown plainly: typesetting it would freeze the page. */
export const textLimits = {
  characters: 200_000,
  lineCharacters: 20_000,
  lines: 8_000,
  nesting: 60,
  tableRows: 600,
  openersInBlock: 3_000,
  openers: 24_000,
  cells: 6_000,
} as const;

export type Assessment =
  | { readonly kind: 'renderable' }
  | { readonly kind: 'plain_only'; readonly reason: string };

const renderable: Assessment = { kind: 'renderable' };

function plainOnly(what: string): Assessment {
  return { kind: 'plain_only', reason: say('Shown as plain text: {reason}.', { reason: what }) };
}

/** The depth that one line asks for by quotes, list markers or opening brackets in a row. */
function nestingOf(line: string): number {
  const quotes =
    /^(?:[ \t]*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)))+/.exec(line)?.[0].replace(/[\s\d]/g, '').length ?? 0;
  const brackets = /(?:!?\[[ \t]*){8,}/.exec(line)?.[0].replace(/[^[]/g, '').length ?? 0;
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  return Math.max(quotes, brackets, indent > 240 ? indent / 4 : 0);
}

function assessLines(text: string): Assessment {
  const lines = text.split('\n');
  if (lines.length > textLimits.lines)
    return plainOnly(say('it has {count, number} lines', { count: lines.length }));
  let tableRows = 0;
  for (const line of lines) {
    if (line.length > textLimits.lineCharacters) return plainOnly(say('one of its lines is very long'));
    if (line.includes('|')) tableRows += 1;
    if (nestingOf(line) > textLimits.nesting) return plainOnly(say('its marks are nested very deeply'));
  }
  return tableRows > textLimits.tableRows ? plainOnly(say('its table is very long')) : renderable;
}

function countOf(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0;
}

/** The parser takes quadratic time over marks that open and never close within one block. */
function hasTooManyOpeners(text: string): boolean {
  const openers = /[[*_`~<$]/g;
  if (countOf(text, openers) <= textLimits.openersInBlock) return false;
  if (countOf(text, openers) > textLimits.openers) return true;
  return text.split(/\n\s*\n/).some((block) => countOf(block, openers) > textLimits.openersInBlock);
}

/** Whether a text may be typeset, or only be shown plainly, and why. */
export function assessText(text: string): Assessment {
  if (text.length > textLimits.characters) return plainOnly(say('it is very long'));
  if (hasTooManyOpeners(text)) return plainOnly(say('it holds very many formatting marks'));
  if (countOf(text, /\|/g) > textLimits.cells) return plainOnly(say('its table is very large'));
  return assessLines(text);
}
