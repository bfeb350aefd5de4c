/** What never changes about an assignment, whatever becomes of it. */
export interface KnownAssignment {
  readonly projectId: string;
  readonly annotatorId: string;
  readonly itemId: string;
  readonly leasedAt: Date;
  readonly rubricVersion: number;
  readonly guidelineVersion: number;
  readonly responseCount: number;
}

const mostKept = 20_000;

/** Remembers the assignments that this process gave out, so that their submission need not read what cannot have changed. */
export class AssignmentMemory {
  readonly #known = new Map<string, KnownAssignment>();

  remember(assignmentId: string, assignment: KnownAssignment): void {
    const oldest = this.#known.keys().next().value;
    if (this.#known.size >= mostKept && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(assignmentId, assignment);
  }

  find(assignmentId: string): KnownAssignment | undefined {
    return this.#known.get(assignmentId);
  }

  forget(assignmentId: string): void {
    this.#known.delete(assignmentId);
  }
}
