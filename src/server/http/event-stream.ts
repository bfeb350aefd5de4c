import type { FastifyReply, FastifyRequest } from 'fastify';

/** A reader that has fallen this far behind is let go; its browser comes back and reads anew. */
const mostWaitingBytes = 2_000_000;
const tickMs = 1_000;
/** Ticks between two looks at the reader's rights, and between two signs of life. */
const every = { rights: 4, heartbeat: 15 };

export interface EventStreamRules {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Asked again and again: false ends the stream. */
  readonly mayGoOn: () => Promise<boolean>;
  /** Once a second, for what no event tells. */
  readonly onTick: () => Promise<void>;
  /** Called once, whoever ends the stream. */
  readonly onEnd: () => void;
  readonly onTrouble: (error: unknown) => void;
}

/** Server-sent events to one reader, until the browser goes, the rights go, or the server stops. */
export class EventStream {
  readonly #rules: EventStreamRules;
  #timer: NodeJS.Timeout | undefined;
  #ticks = 0;
  #isTicking = false;
  #hasEnded = false;

  constructor(rules: EventStreamRules) {
    this.#rules = rules;
  }

  begin(): void {
    const { reply } = this.#rules;
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // The connection ends with the stream: kept open, it would hold up a server that wants to stop.
      connection: 'close',
      // Proxies must pass events on as they come.
      'x-accel-buffering': 'no',
    });
    this.#timer = setInterval(() => void this.#tick(), tickMs);
    reply.raw.once('close', () => this.end());
    reply.raw.once('error', () => this.end());
  }

  send(name: string, body: unknown): void {
    const { raw } = this.#rules.reply;
    if (raw.writableLength > mostWaitingBytes) this.end();
    else if (!raw.writableEnded) raw.write(`event: ${name}\ndata: ${JSON.stringify(body)}\n\n`);
  }

  end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    clearInterval(this.#timer);
    this.#rules.onEnd();
    this.#rules.reply.raw.end();
  }

  async #tick(): Promise<void> {
    if (this.#isTicking) return;
    this.#isTicking = true;
    try {
      await this.#lookAround();
    } catch (error) {
      // The browser comes back by itself, and by then the database may have, too.
      this.#rules.onTrouble(error);
      this.end();
    } finally {
      this.#isTicking = false;
    }
  }

  async #lookAround(): Promise<void> {
    this.#ticks += 1;
    const { request, reply } = this.#rules;
    if (!request.server.server.listening) return this.end();
    if (this.#ticks % every.rights === 0 && !(await this.#rules.mayGoOn())) return this.end();
    if (this.#ticks % every.heartbeat === 0) reply.raw.write(': still here\n\n');
    await this.#rules.onTick();
  }
}
