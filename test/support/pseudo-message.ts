import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';

const accented: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú' };

/** Accents that show what was said, and doubled vowels for languages whose words are longer. */
function stretch(text: string): string {
  return text.replace(/[aeiou]/g, (vowel) => `${accented[vowel]}${vowel === 'e' ? 'é' : ''}`);
}

function stretchAll(elements: readonly MessageFormatElement[]): MessageFormatElement[] {
  return elements.map((element): MessageFormatElement => {
    switch (element.type) {
      case TYPE.literal:
        return { ...element, value: stretch(element.value) };
      case TYPE.tag:
        return { ...element, children: stretchAll(element.children) };
      case TYPE.plural:
      case TYPE.select: {
        const options = Object.entries(element.options).map(([name, option]) => [
          name,
          { ...option, value: stretchAll(option.value) },
        ]);
        return { ...element, options: Object.fromEntries(options) };
      }
      default:
        return element;
    }
  });
}

/** An English message as a language that nobody speaks would have it: to be read, but longer and with accents. */
export function pseudoMessage(message: string): string {
  return printAST(stretchAll(parse(message)));
}
