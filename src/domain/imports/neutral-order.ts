import { mixBits } from '#stats/random/mix-bits.ts';
import { renumberResponses } from './renumber-responses.ts';
import type { SourceItem } from './source-item.ts';

const scatteredCharacters = 64;

/**
 * 32-bit FNV-1a of the length and the first characters: any fixed scatter will do, nobody attacks it. The bits are
 * mixed at the end, or texts that differ in their first word only would mostly come in the same order.
 */
function scatter(text: string): number {
  let hash = 0x811c9dc5 ^ text.length;
  for (let index = 0; index < text.length && index < scatteredCharacters; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mixBits(hash) >>> 0;
}

/**
 * Orders responses by their texts alone. In chosen/rejected data the winner would otherwise always be "r1",
 * and whoever reads response ids in the browser would know the known answer.
 */
export function inNeutralOrder(item: SourceItem): SourceItem {
  const keyed = item.content.responses.map(({ text }, index) => ({ index, text, key: scatter(text) }));
  keyed.sort((one, other) => one.key - other.key || (one.text < other.text ? -1 : 1));
  return renumberResponses(
    item,
    keyed.map(({ index }) => index),
  );
}
