import { setTimeout as sleep } from 'node:timers/promises';
import { askedToStop, serverStops } from '#server/services/model-client/ask-model.ts';
import type { ReplyEnd } from '#server/services/model-client/model-call.ts';
import type { Services } from '#server/services/services.ts';
import { endReply, keepReply } from '#server/store/conversation-turn-store.ts';
import type { ConversationEvents } from './conversation-events.ts';

/** How often a growing text is kept, and for how long a reply counts as being written after that. */
const keepEveryMs = 700;
export const aliveMs = 10_000;
const triesAtTheEnd = 5;

/** A reply that is to be written: its question is put once it is started. */
export interface ReplyJob {
  readonly turnId: string;
  readonly conversationId: string;
  /** Asks the model; `keepRequest` is told what was sent before it is sent. */
  readonly ask: (way: {
    signal: AbortSignal;
    onText: (piece: string) => void;
    keepRequest: (request: object) => Promise<void>;
  }) => Promise<ReplyEnd>;
}

interface Running {
  readonly job: ReplyJob;
  readonly controller: AbortController;
  text: string;
  isDirty: boolean;
  done: Promise<void>;
}

type Keeping = Pick<Services, 'database' | 'now' | 'log'>;

/**
 * Writes replies as they come: to the database now and then, to open streams at once. A reply belongs to the server, so
 * that it goes on while the browser is away.
 */
export class ReplyRunner {
  readonly #services: Keeping;
  readonly #events: ConversationEvents;
  readonly #running = new Map<string, Running>();
  #isStopping = false;

  constructor(services: Keeping, events: ConversationEvents) {
    this.#services = services;
    this.#events = events;
  }

  start(job: ReplyJob): void {
    const running: Running = {
      job,
      controller: new AbortController(),
      text: '',
      isDirty: false,
      done: Promise.resolve(),
    };
    this.#running.set(job.turnId, running);
    if (this.#isStopping) running.controller.abort(serverStops);
    running.done = this.#run(running).finally(() => {
      this.#running.delete(job.turnId);
      this.#events.publish(job.conversationId, { kind: 'changed' });
    });
  }

  /** The text so far of a reply that this process is writing. */
  textOf(turnId: string): string | undefined {
    return this.#running.get(turnId)?.text;
  }

  /** Stops a reply and waits until what came is kept; false where this process does not write it. */
  async stop(turnId: string): Promise<boolean> {
    const running = this.#running.get(turnId);
    if (!running) return false;
    running.controller.abort(askedToStop);
    await running.done;
    return true;
  }

  /** Ends everything since the server stops. What came is kept, and can be asked for again. */
  async stopAll(): Promise<void> {
    this.#isStopping = true;
    const all = [...this.#running.values()];
    for (const { controller } of all) controller.abort(serverStops);
    await Promise.all(all.map(({ done }) => done));
  }

  async #run(running: Running): Promise<void> {
    const { job, controller } = running;
    const keeper = setInterval(() => void this.#keep(running), keepEveryMs);
    try {
      const end = await job.ask({
        signal: controller.signal,
        onText: (piece) => this.#grow(running, piece),
        keepRequest: async (request) => {
          await this.#write(running, request);
        },
      });
      clearInterval(keeper);
      await this.#settle(job, end);
    } catch (error) {
      // The turn stays as it was kept last; the next reader finds that nobody writes it any more.
      this.#services.log.error({ err: error, turnId: job.turnId }, 'a reply could not be written');
    } finally {
      clearInterval(keeper);
    }
  }

  #grow(running: Running, piece: string): void {
    const { turnId, conversationId } = running.job;
    const from = running.text.length;
    running.text += piece;
    running.isDirty = true;
    this.#events.publish(conversationId, { kind: 'delta', turnId, from, text: piece });
  }

  #ticks = 0;

  /** Keeps what is new, and says now and then that somebody is still writing. */
  async #keep(running: Running): Promise<void> {
    this.#ticks += 1;
    if (!running.isDirty && this.#ticks % 4 !== 0) return;
    running.isDirty = false;
    try {
      // Somebody else has ended it: stopped from another server, or its task was submitted.
      if (!(await this.#write(running))) running.controller.abort(askedToStop);
    } catch (error) {
      running.isDirty = true;
      this.#services.log.warn({ err: error }, 'a growing reply could not be kept; it is tried again');
    }
  }

  #write(running: Running, request?: object): Promise<boolean> {
    const { database, now } = this.#services;
    return keepReply(database.kysely, {
      turnId: running.job.turnId,
      text: running.text,
      aliveUntil: new Date(now().getTime() + aliveMs),
      ...(request && { request }),
    });
  }

  async #settle(job: ReplyJob, end: ReplyEnd): Promise<void> {
    const { database, now, log } = this.#services;
    for (let tries = 1; ; tries += 1) {
      try {
        await endReply(database.kysely, { ...end, turnId: job.turnId, now: now() });
        return;
      } catch (error) {
        if (tries === triesAtTheEnd) throw error;
        log.warn({ err: error, turnId: job.turnId }, 'a reply could not be kept; it is tried again');
        await sleep(200 * tries);
      }
    }
  }
}
