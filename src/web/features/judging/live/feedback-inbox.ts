import { createObservable, type Observable } from '#web/session/observable.ts';

/** Tasks that explain themselves, in the order they were judged, until the person has read them. */
export class FeedbackInbox {
  readonly #waiting = createObservable<readonly string[]>([]);

  get waiting(): Observable<readonly string[]> {
    return this.#waiting;
  }

  /** A receipt that comes a second time adds nothing. */
  add(assignmentId: string): void {
    const waiting = this.#waiting.get();
    if (!waiting.includes(assignmentId)) this.#waiting.set([...waiting, assignmentId]);
  }

  remove(assignmentId: string): void {
    this.#waiting.set(this.#waiting.get().filter((each) => each !== assignmentId));
  }
}
