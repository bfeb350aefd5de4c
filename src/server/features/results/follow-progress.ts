import type { FastifyReply, FastifyRequest } from 'fastify';
import { can } from '#domain/access/can.ts';
import { readActor } from '#server/http/actor.ts';
import type { ProjectEvent, ProjectEventKind } from '#server/services/project-events.ts';
import type { Services } from '#server/services/services.ts';
import { findProjectRoles } from '#server/store/member-store.ts';
import type { ProgressReader, ReadProgress } from './read-progress.ts';

const tickMs = 1_000;
/** Ticks between two looks at the person's rights, and between two signs of life. */
const every = { rights: 4, heartbeat: 15 };
/** A reader that has fallen this far behind is let go; its browser comes back and reads anew. */
const mostWaitingBytes = 1_000_000;

const neededFor = { progress: 'see_results', import: 'import_items', export: 'export_data' } as const;

interface Following {
  readonly services: Services;
  readonly progress: ProgressReader;
  readonly projectId: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Streams what happens in a project until the browser goes, the rights go, or the server stops. */
export async function followProgress(following: Following): Promise<void> {
  const allowed = await listAllowed(following);
  following.reply.hijack();
  const stream = new EventStream(following, allowed);
  await stream.begin();
}

/** What the person may hear of right now; nothing where he was signed out or taken off the project. */
async function listAllowed({
  services,
  projectId,
  request,
}: Following): Promise<ReadonlySet<ProjectEventKind>> {
  const signedIn = await readActor(services, request);
  if (!signedIn) return new Set();
  const { actor } = signedIn;
  const found = await findProjectRoles(services.database.kysely, { projectId, personId: actor.personId });
  if (!found) return new Set();
  const kinds = ['progress', 'import', 'export'] as const;
  const thing = { kind: 'project', roles: found.roles } as const;
  return new Set(kinds.filter((kind) => can(actor, neededFor[kind], thing)));
}

class EventStream {
  readonly #following: Following;
  #allowed: ReadonlySet<ProjectEventKind>;
  #changedAt = Number.NEGATIVE_INFINITY;
  #sent: ReadProgress | null = null;
  #ticks = 0;
  #isTicking = false;
  #stopTicking: () => void = () => undefined;

  constructor(following: Following, allowed: ReadonlySet<ProjectEventKind>) {
    this.#following = following;
    this.#allowed = allowed;
  }

  async begin(): Promise<void> {
    const { services, projectId, reply } = this.#following;
    const { raw } = reply;
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // The connection ends with the stream: kept open, it would hold up a server that wants to stop.
      connection: 'close',
      // Proxies must pass events on as they come.
      'x-accel-buffering': 'no',
    });
    const unsubscribe = services.projectEvents.subscribe(projectId, (event) => this.#hear(event));
    const timer = setInterval(() => void this.#tick(), tickMs);
    this.#stopTicking = () => {
      clearInterval(timer);
      unsubscribe();
    };
    raw.once('close', this.#stopTicking);
    raw.once('error', () => this.#end());
    await this.#sendProgress().catch(() => this.#end());
  }

  #hear(event: ProjectEvent): void {
    if (event.kind === 'progress') this.#changedAt = performance.now();
    else if (this.#allowed.has(event.kind)) this.#send(event.kind, event.body ?? null);
  }

  async #tick(): Promise<void> {
    if (this.#isTicking) return;
    this.#isTicking = true;
    try {
      await this.#lookAround();
    } catch (error) {
      // The browser comes back by itself, and by then the database may have, too.
      this.#following.services.log.warn({ err: error }, 'an event stream ended early');
      this.#end();
    } finally {
      this.#isTicking = false;
    }
  }

  async #lookAround(): Promise<void> {
    this.#ticks += 1;
    const { request, reply } = this.#following;
    if (!request.server.server.listening || reply.raw.writableLength > mostWaitingBytes) return this.#end();
    if (this.#ticks % every.rights === 0) this.#allowed = await listAllowed(this.#following);
    if (!this.#allowed.has('progress')) return this.#end();
    if (this.#ticks % every.heartbeat === 0) reply.raw.write(': still here\n\n');
    if (this.#sent === null || this.#changedAt >= this.#sent.readAt) await this.#sendProgress();
  }

  async #sendProgress(): Promise<void> {
    const { progress, projectId } = this.#following;
    const read = await progress.read(projectId);
    if (read.readAt === this.#sent?.readAt) return;
    this.#sent = read;
    this.#send('progress', read.progress);
  }

  #send(kind: ProjectEventKind, body: unknown): void {
    const { raw } = this.#following.reply;
    if (!raw.writableEnded) raw.write(`event: ${kind}\ndata: ${JSON.stringify(body)}\n\n`);
  }

  #end(): void {
    this.#stopTicking();
    this.#following.reply.raw.end();
  }
}
