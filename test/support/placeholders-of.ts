import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

function namesIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element): string[] => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.tag:
        return [`<${element.value}>`, ...namesIn(element.children)];
      case TYPE.plural:
      case TYPE.select:
        return [element.value, ...Object.values(element.options).flatMap(({ value }) => namesIn(value))];
      default:
        return [element.value];
    }
  });
}

/** What a message is filled with, each once and in order of name. @throws where it is no message. */
export function placeholdersOf(message: string): readonly string[] {
  return [...new Set(namesIn(parse(message)))].sort();
}
