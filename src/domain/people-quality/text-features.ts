import { countCharacters } from '#domain/text/count-characters.ts';

/** What of a response's look may sway somebody: how long it is, and which kinds of Markdown it holds. */
export interface TextFeatures {
  readonly characters: number;
  readonly hasLists: boolean;
  readonly hasHeadings: boolean;
  readonly hasBold: boolean;
  readonly hasCode: boolean;
}

const fence = /^ {0,3}(```|~~~)/;
const listItem = /^\s*([-*+]|\d{1,9}[.)])\s+\S/;
const heading = /^ {0,3}#{1,6}\s+\S/;
const bold = /(\*\*|__)(?=\S)[^*_\n]{1,400}\S?\1/;
const inlineCode = /`[^`\n]{1,400}`/;

/** Reads the look of a text from its Markdown; lines inside a fence are code and nothing else. One list item is no list. */
export function textFeaturesOf(text: string): TextFeatures {
  const found = { items: 0, hasHeadings: false, hasBold: false, hasCode: false };
  let isFenced = false;
  for (const line of text.split('\n')) {
    if (fence.test(line)) {
      isFenced = !isFenced;
      found.hasCode = true;
    } else if (!isFenced) {
      if (listItem.test(line)) found.items += 1;
      found.hasHeadings ||= heading.test(line);
      found.hasBold ||= bold.test(line);
      found.hasCode ||= inlineCode.test(line);
    }
  }
  const { items, ...rest } = found;
  return { characters: countCharacters(text), hasLists: items > 1, ...rest };
}

/** Twice and half as long weigh the same; eight times as long is as long as it gets. */
const mostDoublings = 3;

/** One row of looks, as `lookNames` orders them: the first against the second. */
export function compareLooks(one: TextFeatures, other: TextFeatures): number[] {
  const doublings = Math.log2((one.characters + 1) / (other.characters + 1));
  const differ = (has: (look: TextFeatures) => boolean) => Number(has(one)) - Number(has(other));
  return [
    Math.max(-mostDoublings, Math.min(mostDoublings, doublings)),
    differ(({ hasLists }) => hasLists),
    differ(({ hasHeadings }) => hasHeadings),
    differ(({ hasBold }) => hasBold),
    differ(({ hasCode }) => hasCode),
  ];
}
