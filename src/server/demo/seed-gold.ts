import type { Answers, PreferenceAnswer } from '#domain/judging/answers.ts';
import type { DemoGold } from '#seeds/demo/quality.ts';
import { saveGold } from '#server/features/gold/save-gold.ts';
import { setGoldState } from '#server/features/gold/set-gold-state.ts';
import { keepGoldSettings } from '#server/store/gold-writing-store.ts';
import { granted } from './granted.ts';
import type { SeedServices } from './seed-services.ts';
import type { Watching } from './watching.ts';

/** Describes and serves some of the gold of a project, as its lead would; the rest of what came with the file stays drafts. */
export async function serveGold(services: SeedServices, watching: Watching): Promise<void> {
  const { projectId, items, quality } = watching;
  const ids = new Map([...items].map(([itemId, { key }]) => [key, itemId]));
  const itemIds: string[] = [];
  for (const gold of quality.golds) {
    const itemId = ids.get(gold.key) ?? '';
    granted(await describe(services, { ...watching, gold, itemId }));
    itemIds.push(itemId);
  }
  const change = { projectId, itemIds, state: 'active', isWrong: false } as const;
  const { changed } = await setGoldState(services, change);
  if (changed !== itemIds.length)
    throw new Error('The demo could not be set up: some of its gold cannot be served.');
  const { goldSettings: settings } = quality;
  await keepGoldSettings(services.database.kysely, { projectId, settings });
}

function describe(
  services: SeedServices,
  { projectId, leadId, overallKey, items, gold, itemId }: Watching & { gold: DemoGold; itemId: string },
) {
  const item = items.get(itemId);
  const { difficulty, explanation, isByHand } = gold;
  return saveGold(services, {
    ...{ projectId, itemId, personId: leadId, difficulty, source: 'set_by_hand' },
    ...(item && { concepts: [item.domain] }),
    ...(item && isByHand && { answers: { ...nothingElse, pair: { [overallKey]: prefer(item.best) } } }),
    purpose: explanation === undefined ? 'test' : 'training',
    ...(explanation !== undefined && { explanations: { [overallKey]: explanation } }),
  });
}

const nothingElse: Omit<Answers, 'pair'> = { response: {}, task: {} };

const prefer = (responseId: string): PreferenceAnswer => ({ verdict: 'prefers', responseId, strength: 2 });
