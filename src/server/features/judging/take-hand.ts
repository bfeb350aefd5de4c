import type { takeHand as contract } from '#contract/judging.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import type { ResponseOf } from '#contract/route.ts';
import { type GoldSettings, noGold, servesGold } from '#domain/gold/decide-serving.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import type { RepeatSettings } from '#domain/queue/repeats.ts';
import type { KnownAssignment } from '#server/services/assignment-memory.ts';
import type { Services } from '#server/services/services.ts';
import { countHeld, listHeld } from '#server/store/assignment-store.ts';
import { type ClaimedAssignment, dropCursor, hasOpenItem } from '#server/store/claim-store.ts';
import { carryDraftsOver } from '#server/store/draft-store.ts';
import { readOwnCounts } from '#server/store/judgment-store.ts';
import { reapExpired } from '#server/store/lease-store.ts';
import { findProjectRules } from '#server/store/project-store.ts';
import { findStanding, type Standing } from '#server/store/standing-store.ts';
import { explainHoldBack, serveCalibration } from './hold-back.ts';
import type { JudgingServices } from './judging-services.ts';
import { presentHeld } from './present-judging.ts';
import { itemNamer, serveGold } from './serve-gold.ts';
import { serveRepeat } from './serve-repeat.ts';
import { settleLeftOverlap } from './settle-overlap.ts';

interface Input {
  readonly projectId: string;
  readonly annotatorId: string;
  readonly size: number;
  readonly dayStartedAt?: string | undefined;
}

type Hand = ResponseOf<typeof contract>;

/** Gives what the person holds, topped up from the queue to `size`. */
export async function takeHand(services: JudgingServices, input: Input): Promise<Hand | HttpRefusal> {
  const { kysely } = services.database;
  const rules = await findProjectRules(kysely, input.projectId);
  if (rules === undefined) return notOpen('closed');
  if (rules.state !== 'open') return notOpen(rules.state);
  await reapNowAndThen(services, input.projectId);
  const shortage = await topUp(services, { ...input, silent: rules });
  if (isRefusal(shortage)) return shortage;
  const held = await listHeld(kysely, input);
  const progress = await readOwnCounts(kysely, {
    ...input,
    dayStartedAt: dayStart(services, input.dayStartedAt),
  });
  const nameItem = await itemNamer(services, { ...input, ...rules });
  return { assignments: held.map((row) => presentHeld(row, nameItem)), progress, shortage };
}

function notOpen(state: keyof typeof notOpenWords): HttpRefusal {
  return refuse('project_not_open', notOpenWords[state], { details: { state } });
}

const notOpenWords = {
  draft: 'This project has not been opened yet: its lead opens it when everything is set up.',
  paused: 'This project is paused: your drafts are kept, and work goes on when its lead resumes it.',
  closed: 'This project is closed: there is nothing left to judge in it.',
};

export function dayStart(services: Services, given: string | undefined): Date {
  if (given) return new Date(given);
  return new Date(`${services.now().toISOString().slice(0, 10)}T00:00:00.000Z`);
}

/** When each project was last searched for leases that have run out; a hint of this process. */
const reapedAt = new Map<string, number>();
const reapEveryMs = 1_000;

async function reapNowAndThen(services: JudgingServices, projectId: string): Promise<void> {
  const now = services.now();
  if (now.getTime() - (reapedAt.get(projectId) ?? 0) < reapEveryMs) return;
  reapedAt.set(projectId, now.getTime());
  await reapExpired(services.database.kysely, { projectId, now });
  await settleLeftOverlap(services, projectId);
}

async function topUp(
  services: JudgingServices,
  input: Input & { readonly silent: SilentRules },
): Promise<Hand['shortage'] | HttpRefusal> {
  const { kysely } = services.database;
  const { held, isHeldBack } = await countHeld(kysely, input);
  if (held >= input.size) return 'none';
  const standing = isHeldBack
    ? await findStanding(kysely, { ...input, personId: input.annotatorId })
    : undefined;
  const claimed: string[] = [];
  let shortage: Hand['shortage'] = 'none';
  while (held + claimed.length < input.size) {
    const claim = await (standing ? claimHeldBack(services, input, standing) : claimNext(services, input));
    if (typeof claim === 'string') {
      shortage = claim;
      break;
    }
    claimed.push(claim.assignmentId);
  }
  if (shortage === 'held_back' && standing && held + claimed.length === 0) return explainHoldBack(standing);
  if (claimed.length > 0)
    await carryDraftsOver(services.database.kysely, {
      annotatorId: input.annotatorId,
      assignmentIds: claimed,
    });
  return shortage;
}

/** One more item for the person, or why there is none. */
export async function claimNext(
  services: JudgingServices,
  who: Claimer,
): Promise<{ assignmentId: string; itemId: string } | 'queue_empty' | 'all_locked' | 'none'> {
  const first = await tryClaim(services, who);
  if (first !== undefined) return first === 'hand_full' ? 'none' : first;
  // Nothing from the cursor on: leases may have run out, or items before the cursor may have been locked when it passed.
  await reapExpired(services.database.kysely, { projectId: who.projectId, now: services.now() });
  await dropCursor(services.database.kysely, who);
  const second = await tryClaim(services, who);
  if (second !== undefined) return second === 'hand_full' ? 'none' : second;
  return (await hasOpenItem(services.database.kysely, who)) ? 'all_locked' : 'queue_empty';
}

/** Whom a rule holds back gets known answers to calibrate with, or nothing. */
async function claimHeldBack(
  services: JudgingServices,
  who: Claimer,
  { act }: Standing,
): Promise<{ assignmentId: string } | 'held_back' | 'none'> {
  if (act === 'pause') return 'held_back';
  const claimed = await tryClaim(services, who, () =>
    serveCalibration(services, { ...who, gold: who.silent?.gold ?? noGold }),
  );
  if (claimed === 'hand_full') return 'none';
  return claimed ?? 'held_back';
}

interface Claimer {
  readonly projectId: string;
  readonly annotatorId: string;
  readonly size: number;
  /** Left out where nothing but ordinary work is to be served. */
  readonly silent?: SilentRules;
}

/** What comes in between ordinary work without being told. */
interface SilentRules {
  readonly gold: GoldSettings;
  readonly repeats: RepeatSettings | null;
  readonly rubricVersion: number;
}

function toKnown(
  claimed: ClaimedAssignment,
  { projectId, annotatorId }: { projectId: string; annotatorId: string },
): KnownAssignment {
  const { itemId, leasedAt, rubricVersion, guidelineVersion, responseCount } = claimed;
  return { projectId, annotatorId, itemId, leasedAt, rubricVersion, guidelineVersion, responseCount };
}

async function serveSilently(services: JudgingServices, { silent, ...who }: Claimer) {
  if (silent === undefined) return undefined;
  const gold = servesGold(silent.gold) ? await serveGold(services, { ...who, gold: silent.gold }) : undefined;
  return gold ?? serveRepeat(services, { ...who, ...silent });
}

const uniqueViolation = '23505';

/** Two tabs of one person may reach for the same place in hand: the second tries once more. */
async function tryClaim(
  services: JudgingServices,
  who: Claimer,
  claim: () => Promise<ClaimedAssignment | undefined> = () => claimUsual(services, who),
) {
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      const claimed = await claim();
      if (claimed) services.assignments.remember(claimed.assignmentId, toKnown(claimed, who));
      return claimed;
    } catch (error) {
      if ((error as { code?: string }).code !== uniqueViolation) throw error;
    }
  }
  return 'hand_full' as const;
}

/** What comes in between where it is due, else the best open item. */
async function claimUsual(services: JudgingServices, who: Claimer): Promise<ClaimedAssignment | undefined> {
  return (
    (await serveSilently(services, who)) ??
    services.queue.claim({
      projectId: who.projectId,
      annotatorId: who.annotatorId,
      assignmentId: services.newId(),
      now: services.now(),
      handSize: who.size,
      seed: services.randomSeed(),
    })
  );
}
