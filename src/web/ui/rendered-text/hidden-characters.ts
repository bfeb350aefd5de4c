/** A stretch of ordinary text, or characters that a reader would not see. */
export type TextPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hidden'; readonly text: string; readonly label: string; readonly name: string };

const names: Readonly<Record<number, string>> = {
  173: 'soft hyphen',
  847: 'combining grapheme joiner',
  1564: 'Arabic letter mark',
  4447: 'Hangul filler',
  4448: 'Hangul filler',
  6158: 'Mongolian vowel separator',
  8203: 'zero-width space',
  8204: 'zero-width non-joiner',
  8205: 'zero-width joiner',
  8206: 'left-to-right mark',
  8207: 'right-to-left mark',
  8232: 'line separator',
  8233: 'paragraph separator',
  8234: 'left-to-right embedding',
  8235: 'right-to-left embedding',
  8236: 'end of bidi embedding',
  8237: 'left-to-right override',
  8238: 'right-to-left override',
  8288: 'word joiner',
  8294: 'left-to-right isolate',
  8295: 'right-to-left isolate',
  8296: 'first strong isolate',
  8297: 'end of bidi isolate',
  12644: 'Hangul filler',
  65279: 'byte order mark',
  65440: 'Hangul filler',
};

const keptMarks = 4;

/** Code points that show nothing, or steer how others are shown. */
const hiddenRanges: readonly (readonly [number, number])[] = [
  [0x1, 0x8],
  [0xb, 0xc],
  [0xe, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
];
const escaped = (code: number) => `\\u{${code.toString(16)}}`;
const hiddenOne = `[${hiddenRanges.map(([from, to]) => `${escaped(from)}-${escaped(to)}`).join('')}]`;
const tags = '[\\u{E0000}-\\u{E007F}]';

// Flags such as that of Scotland are a black flag followed by tags; these belong together and are shown.
const flag = '\\u{1F3F4}[\\u{E0020}-\\u{E007E}]+\\u{E007F}';
const emoji = '\\p{Extended_Pictographic}\\uFE0F?\\p{Emoji_Modifier}?';
const joinedEmoji = `${emoji}(?:\\u200D${emoji})+`;
// In these scripts joiners are spelling.
const scripts = [
  'Arab',
  'Deva',
  'Beng',
  'Guru',
  'Gujr',
  'Orya',
  'Taml',
  'Telu',
  'Knda',
  'Mlym',
  'Sinh',
  'Khmr',
  'Mymr',
  'Tibt',
];
const spelledJoiner = `(?<=[${scripts.map((script) => `\\p{scx=${script}}`).join('')}])[\\u200C\\u200D]`;

const pattern = new RegExp(
  [
    `(?<shown>${flag}|${joinedEmoji}|${spelledJoiner})`,
    `(?<tags>${tags}+)`,
    `(?<marks>(?<=\\p{M}{${keptMarks}})\\p{M}+)`,
    `(?<single>${hiddenOne})`,
  ].join('|'),
  'gu',
);
const quickCheck = new RegExp(`${hiddenOne}|${tags}|\\p{M}{${keptMarks + 1}}`, 'u');

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** What tag characters spell: they mirror ASCII, invisibly. */
function spellTags(tags: string): string {
  return Array.from(tags, (tag) => {
    const ascii = (tag.codePointAt(0) ?? 0) - 0xe0000;
    return ascii >= 0x20 && ascii < 0x7f ? String.fromCodePoint(ascii) : '';
  }).join('');
}

function describeHidden(groups: Readonly<Record<string, string | undefined>>): TextPiece | undefined {
  if (groups.tags !== undefined) {
    const label = `tags “${spellTags(groups.tags)}”`;
    return { kind: 'hidden', text: groups.tags, label, name: 'invisible tag characters' };
  }
  if (groups.marks !== undefined) {
    const label = `+${Array.from(groups.marks).length} marks`;
    return { kind: 'hidden', text: groups.marks, label, name: 'stacked combining marks' };
  }
  if (groups.single === undefined) return undefined;
  const code = codeOf(groups.single);
  const name = names[groups.single.codePointAt(0) ?? 0] ?? 'control character';
  return { kind: 'hidden', text: groups.single, label: code, name };
}

/** Cuts a text where characters hide: bidi controls, zero widths, tags, soft hyphens, stacked marks. */
export function splitHidden(text: string): TextPiece[] {
  if (!quickCheck.test(text)) return [{ kind: 'text', text }];
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const hidden = describeHidden(match.groups ?? {});
    if (hidden === undefined) continue;
    if (match.index > from) pieces.push({ kind: 'text', text: text.slice(from, match.index) });
    pieces.push(hidden);
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
  return pieces;
}

/** How many stretches of hidden characters a text holds. */
export function countHidden(text: string): number {
  return splitHidden(text).reduce((count, piece) => count + (piece.kind === 'hidden' ? 1 : 0), 0);
}

/** The text with each hidden character written out, for attributes and names. */
export function spellOutHidden(text: string): string {
  return splitHidden(text)
    .map((piece) => (piece.kind === 'hidden' ? `⟨${piece.label}⟩` : piece.text))
    .join('');
}
