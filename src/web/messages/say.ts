import { fillMessage, findMessage, type Values } from './format-message.ts';

declare const marked: unique symbol;
/** An English text that stands in the catalogue; made by `message`. No string to the type checker, so that it gets said. */
export interface Message {
  readonly [marked]: true;
}

/** Only a text written out in the source can be collected into the catalogue. */
type Written<Text extends string> = string extends Text ? never : Text;

/**
 * A text of the interface in the language of the page. The key is the English text itself, in ICU MessageFormat:
 *
 *     say('Submit')
 *     say('{count, plural, one {# task} other {# tasks}} left', { count })
 *     say('Exported by {name} on {day, date, medium}', { name, day })
 *
 * **How to use it.** Every text that a person sees or hears in `src/web` goes through here: headings, labels, `title`,
 * `aria-label`, `placeholder`, `alt`, toasts, page titles. What the server says (refusals) and what belongs to a
 * project (rubric, guidelines, names) does not.
 *
 * - Write whole sentences with placeholders, never pieces glued together: other languages order words differently.
 * - Call it while rendering or acting, never at the top of a module: the language can change while the page is open.
 *   A table of texts at the top of a module holds `message('Draft')`, and `say(words[state])` stands where it is shown.
 * - Elements inside a sentence: `<Say text="Press <key>Enter</key>" values={{ key: (text) => <Kbd>{text}</Kbd> }} />`
 *   from `say-element.tsx`.
 * - One English word with two meanings: `sayAs('verb', 'Open')` and `sayAs('state of a project', 'Open')`.
 * - An apostrophe is itself; `'{'` is a brace that is no placeholder.
 * - Numbers and dates outside of messages: `web/ui/format-number.ts` and `format-date.ts`.
 *
 * A new text needs a line in `de.json`, and in `ar.json` for judging, home and sign-in; a test names what is missing.
 * `node test/support/order-catalogues.ts` prints missing and stale ones, with `--write` it puts the files in order.
 */
export function say<const Text extends string>(text: Written<Text> | Message, values: Values = {}): string {
  const english = text as string;
  return fillMessage(findMessage(english, english), values);
}

/** Marks a text for the catalogue that is said elsewhere. */
export function message<const Text extends string>(text: Written<Text>): Message {
  return text as unknown as Message;
}

/** A text whose English alone does not tell which meaning is wanted; the meaning is never shown. */
export function sayAs<const Text extends string>(meaning: string, text: Written<Text>): string {
  return fillMessage(findMessage(keyOf(meaning, text), text), {});
}

/** One of the domain's fixed English texts, such as what an export format is for; English where it has no translation. */
export function sayKnown(text: string): string {
  return fillMessage(findMessage(text, text), {});
}

/** Under what a text with a meaning stands in the catalogue: `Open ‹state of a project›`. */
export function keyOf(meaning: string, text: string): string {
  return `${text} ‹${meaning}›`;
}
