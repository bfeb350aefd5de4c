import { say } from '#web/messages/say.ts';
/** "1 left, 2 right" or "order 2, 1, 3": how the responses stood for one annotator; empty where it is not known. */
export function describeShownOrder(shownOrder: readonly string[], responseIds: readonly string[]): string {
  const places = shownOrder.map((id) => responseIds.indexOf(id) + 1);
  if (places.length < 2 || places.includes(0)) return '';
  const [first, second] = places;
  return places.length === 2
    ? say('saw {first} as A, {second} as B', { first: first ?? 0, second: second ?? 0 })
    : say('saw {places}', { places: places.join(', ') });
}
