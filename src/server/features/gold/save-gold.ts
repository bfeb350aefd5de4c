import type { HttpRefusal } from '#contract/refusals.ts';
import type { GoldDifficulty, GoldPurpose, GoldSource, Tolerance } from '#domain/gold/gold.ts';
import { validateGold } from '#domain/gold/validate-gold.ts';
import { responseIdAt } from '#domain/items/item.ts';
import { unitsOf } from '#domain/items/item-units.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import type { Transaction } from '#server/database/database.ts';
import { transact } from '#server/database/transact.ts';
import type { Services } from '#server/services/services.ts';
import { findGold } from '#server/store/gold-reading-store.ts';
import { changeGoldAbout, type GoldAbout, writeGoldAnswers } from '#server/store/gold-writing-store.ts';
import { readItemContent } from '#server/store/item-content-store.ts';
import { findProject } from '#server/store/project-store.ts';
import { findResultItem } from '#server/store/result-store.ts';
import { findRubricVersion } from '#server/store/rubric-store.ts';
import { noSuchGold } from './read-gold.ts';

export interface SaveGold {
  readonly projectId: string;
  readonly itemId: string;
  readonly personId: string;
  readonly answers?: Answers | undefined;
  readonly tolerances?: Readonly<Record<string, Tolerance>> | undefined;
  readonly explanations?: Readonly<Record<string, string>> | undefined;
  readonly concepts?: readonly string[] | undefined;
  readonly difficulty?: GoldDifficulty | undefined;
  readonly purpose?: GoldPurpose | undefined;
  readonly source: Exclude<GoldSource, 'imported' | 'unanimous'>;
}

const noSuchItem = () => refuse('not_found', 'There is no such item in this project.');

/** Makes an item gold, or changes its gold; held against the rubric of today, answer by answer. */
export async function saveGold(services: Services, input: SaveGold): Promise<HttpRefusal | undefined> {
  return transact(services.database.kysely, (transaction) => save(services, transaction, input));
}

async function save(
  services: Services,
  transaction: Transaction,
  input: SaveGold,
): Promise<HttpRefusal | undefined> {
  const { projectId, itemId } = input;
  // Held, so that no new rubric is published between the check and the write.
  const project = await findProject(transaction, { projectId, lock: true });
  const item = await findResultItem(transaction, { projectId, itemId });
  const content = item && (await readItemContent(transaction, itemId));
  if (!project || !content) return noSuchItem();
  const before = await findGold(transaction, { projectId, itemId });
  const answers = input.answers ?? before?.answers;
  if (answers === undefined) return noSuchGold();
  const version = input.answers ? project.rubricVersion : (before?.rubricVersion ?? project.rubricVersion);
  const rubric = (await findRubricVersion(transaction, { projectId, version }))?.rubric;
  if (!rubric) return refuse('answers_invalid', 'The project has no rubric yet: publish one first.');
  const about = aboutOf(input, before);
  const places = validateGold({
    ...about,
    answers,
    rubric,
    responseIds: content.responses.map((_response, index) => responseIdAt(index)),
    units: unitsOf(content),
  });
  if (places[0])
    return refuse('answers_invalid', `This gold does not fit the rubric: ${places[0].message}`, { places });
  const now = services.now();
  if (input.answers)
    await writeGoldAnswers(transaction, {
      ...input,
      answers,
      rubricVersion: version,
      createdBy: input.personId,
      now,
    });
  await changeGoldAbout(transaction, { itemId, about, now });
  return undefined;
}

/** What was there stays where nothing else is said. */
function aboutOf(input: SaveGold, before: GoldAbout | undefined): GoldAbout {
  return {
    tolerances: input.tolerances ?? before?.tolerances ?? {},
    explanations: input.explanations ?? before?.explanations ?? {},
    concepts: [...new Set((input.concepts ?? before?.concepts ?? []).map((concept) => concept.trim()))],
    difficulty: input.difficulty ?? before?.difficulty ?? 'medium',
    purpose: input.purpose ?? before?.purpose ?? 'test',
  };
}
