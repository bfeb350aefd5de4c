import { RefusedError, UnreachableError } from '#client/call-errors.ts';
import type { RefusalCode } from '#contract/refusals.ts';
import type { Typing } from '#domain/judging/typing.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { ratingRubric } from '#web/features/judging/desk/desk-rubric.fixture.ts';
import type { Hand, JudgingApi, Receipt } from './judging-api.ts';
import type { Timers } from './timers.ts';

/** Time that only moves when told to. */
export function createFakeTimers() {
  let nowMs = 1_000_000;
  let queue: { at: number; run: () => void }[] = [];
  const timers: Timers = {
    now: () => nowMs,
    after: (ms, run) => {
      const timer = { at: nowMs + ms, run };
      queue.push(timer);
      return () => {
        queue = queue.filter((each) => each !== timer);
      };
    },
    random: () => 0.5,
  };
  /** Lets all promises settle; real timers are not used here. */
  async function settle(): Promise<void> {
    for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
  }
  async function advance(ms: number): Promise<void> {
    const until = nowMs + ms;
    await settle();
    for (;;) {
      const next = queue.filter((timer) => timer.at <= until).sort((one, other) => one.at - other.at)[0];
      if (next === undefined) break;
      queue = queue.filter((timer) => timer !== next);
      nowMs = Math.max(nowMs, next.at);
      next.run();
      await settle();
    }
    nowMs = until;
  }
  return { timers, advance };
}

export function refused(code: RefusalCode, detail = `Refused: ${code}.`): RefusedError {
  return new RefusedError({ code, status: 409, detail, places: [], details: {}, requestId: 'r' });
}

type Assignment = Hand['assignments'][number];

function assignment(number: number): Assignment {
  return {
    assignmentId: `a${number}`,
    itemId: `i${number}`,
    leaseUntil: '2026-01-01T00:00:00.000Z',
    rubricVersion: 1,
    guidelineVersion: 1,
    prompt: [{ role: 'user', content: `Question ${number}` }],
    responses: [
      { id: 'r1', text: `First answer to ${number}` },
      { id: 'r2', text: `Second answer to ${number}` },
    ],
    draft: null,
  };
}

interface StoredJudgment {
  readonly judgmentId: string;
  readonly assignmentId: string;
  readonly clientId: string;
  readonly answers: unknown;
  readonly activeMs: number;
  readonly typing?: Typing;
  readonly supersedes?: string;
}

/** A server with a queue of a few tasks, whose network can be cut and which can refuse. */
export function createFakeServer({
  tasks = 6,
  rubric = ratingRubric,
}: {
  tasks?: number;
  rubric?: Rubric;
} = {}) {
  const items = Array.from({ length: tasks }, (_, index) => assignment(index + 1));
  const state = {
    isCut: false,
    /** Stores what arrives, but its answer is lost on the way. */
    losesAnswers: false,
    refusals: new Map<string, RefusedError>(),
    open: new Map(items.map((item) => [item.assignmentId, item])),
    drafts: new Map<string, { revision: number; answers: Assignment['draft'] & object }>(),
    judgments: [] as StoredJudgment[],
    flags: new Map<string, { readonly assignmentId: string; readonly kind: string }>(),
    calls: [] as string[],
  };

  async function receive<T>(call: string, run: () => T): Promise<T> {
    if (state.isCut) throw new UnreachableError();
    state.calls.push(call);
    const refusal = state.refusals.get(call.split(' ')[0] ?? '');
    if (refusal !== undefined) throw refusal;
    const result = run();
    if (state.losesAnswers) throw new UnreachableError();
    return result;
  }

  function store(
    body: { clientId: string; answers: unknown; activeMs: number; typing?: Typing },
    assignmentId: string,
    supersedes?: string,
  ): Receipt {
    const earlier = state.judgments.find((each) => each.clientId === body.clientId);
    const judgmentId = earlier?.judgmentId ?? `j${state.judgments.length + 1}`;
    if (earlier === undefined) {
      if (supersedes === undefined && !state.open.has(assignmentId)) throw refused('already_submitted');
      const { clientId, answers, activeMs, typing } = body;
      state.judgments.push({
        judgmentId,
        assignmentId,
        clientId,
        answers,
        activeMs,
        ...(typing && { typing }),
        ...(supersedes && { supersedes }),
      });
    }
    state.open.delete(assignmentId);
    const instant = '2026-01-01T00:00:00.000Z';
    const times = { submittedAt: instant, amendUntil: '2026-01-01T01:00:00.000Z' };
    return { judgmentId, assignmentId, revision: 1, ...times, replayed: earlier !== undefined, late: false };
  }

  function hand(): Hand {
    const assignments = [...state.open.values()].slice(0, 3).map((each) => {
      const draft = state.drafts.get(each.assignmentId);
      return draft === undefined ? each : { ...each, draft: { ...draft.answers, revision: draft.revision } };
    });
    const progress = {
      doneToday: state.judgments.length,
      doneTotal: state.judgments.length,
      medianActiveMs: null,
    };
    return { assignments, progress, shortage: assignments.length < 3 ? 'queue_empty' : 'none' };
  }

  const skipped = new Map<string, Assignment>();
  const api: JudgingApi = {
    takeHand: () => receive('takeHand', hand),
    releaseHand: () => receive('releaseHand', () => ({ released: 0 })),
    heartbeat: (id) => receive(`heartbeat ${id}`, () => ({})),
    saveDraft: (id, body) =>
      receive(`saveDraft ${id}`, () => {
        const revision = state.drafts.get(id)?.revision ?? 0;
        if (body.baseRevision !== revision) throw refused('stale_draft');
        const { answers, activeMs } = body;
        const draft = {
          answers,
          activeMs,
          revision: revision + 1,
          savedAt: '2026-01-01T00:00:00.000Z',
        } as Assignment['draft'] & object;
        state.drafts.set(id, { revision: revision + 1, answers: draft });
        return draft;
      }),
    submit: (id, body) => receive(`submit ${id}`, () => store(body, id)),
    amend: (id, body) => receive(`amend ${id}`, () => store(body, id, body.supersedes)),
    skip: (id) =>
      receive(`skip ${id}`, () => {
        const item = state.open.get(id);
        if (item !== undefined) skipped.set(id, item);
        state.open.delete(id);
        return {};
      }),
    unskip: (id) =>
      receive(`unskip ${id}`, () => {
        const item = skipped.get(id);
        if (item !== undefined) state.open = new Map([[id, item], ...state.open]);
        return {};
      }),
    flag: (id, body) =>
      receive(`flag ${id}`, () => {
        const { clientId = 'f1' } = body;
        state.flags.set(clientId, { ...body, assignmentId: id });
        return { flagId: clientId, held: body.kind === 'illegal' };
      }),
    listOwn: () => receive('listOwn', () => []),
    readRubric: () => receive('readRubric', () => rubric),
    readGuidelines: () => receive('readGuidelines', () => ''),
  };
  return { api, state };
}
