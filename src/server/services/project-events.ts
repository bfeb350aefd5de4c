import { EventEmitter } from 'node:events';

export type ProjectEventKind = 'progress' | 'import' | 'export';

export interface ProjectEvent {
  readonly kind: ProjectEventKind;
  readonly projectId: string;
  /** What changed, as the API would return it; absent where the listener should read anew. */
  readonly body?: unknown;
}

/** Tells open event streams of this process what happened; after a restart browsers reconnect and read anew. */
export class ProjectEvents {
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  publish(event: ProjectEvent): void {
    this.#emitter.emit(event.projectId, event);
  }

  /** Returns the function that ends the subscription. */
  subscribe(projectId: string, listener: (event: ProjectEvent) => void): () => void {
    this.#emitter.on(projectId, listener);
    return () => this.#emitter.off(projectId, listener);
  }
}
