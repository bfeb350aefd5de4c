import { type Answers, ownValue } from '#domain/judging/answers.ts';
import { say } from '#web/messages/say.ts';
import type { AnswerWords } from './answer-words.ts';
import type { ShownItem } from './shown-item.ts';

const shownCharacters = 80;

/** A name for the end of the prompt, where a place of a dialogue has the id of the turn that is answered. */
export const startPlace = 'start';

/** The places of a dialogue at which somebody chose on the way, from the beginning on. */
export function placesChosenAt(key: string, all: readonly Answers[]): string[] {
  const places = all.flatMap((answers) =>
    (ownValue(answers.continuation, key)?.path ?? []).map(({ at }) => at ?? startPlace),
  );
  const rank = (place: string) => (place === startPlace ? 0 : Number(place.slice(1)));
  return [...new Set(places)].toSorted((one, other) => rank(one) - rank(other));
}

/** "After d6", as turns are called in the dialogue above and in exports. */
export function namePlace(place: string): string {
  return place === startPlace ? say('After the prompt') : say('After {turn}', { turn: place });
}

/** Which reply went on at a place, with its first words; undefined where the way did not come by. */
export function describeContinuation(
  answers: Answers,
  { key, place, item }: { readonly key: string; readonly place: string; readonly item: ShownItem },
): AnswerWords | undefined {
  const path = ownValue(answers.continuation, key)?.path ?? [];
  const choice = path.find(({ at }) => (at ?? startPlace) === place);
  if (choice === undefined) return undefined;
  if (choice.chosen === null) return { text: say('None is good enough'), position: null };
  const text = item.dialogue?.find(({ id }) => id === choice.chosen)?.text ?? '';
  const more = text.length > shownCharacters ? `${text.slice(0, shownCharacters).trimEnd()}…` : text;
  return { text: choice.chosen, position: null, more };
}
