import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { Database } from '#server/database/database.ts';
import { findRubricVersion } from '#server/store/rubric-store.ts';

const mostKept = 500;

/** Published rubrics never change, so each is read once; the oldest entry makes room for a new one. */
export class RubricCache {
  readonly #kept = new Map<string, Rubric>();
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Undefined where the project is gone. */
  async find(query: { projectId: string; version: number }): Promise<Rubric | undefined> {
    const key = `${query.projectId}/${query.version}`;
    const known = this.#kept.get(key);
    if (known) return known;
    const found = await findRubricVersion(this.#database.kysely, query);
    if (!found) return undefined;
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size >= mostKept && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, found.rubric);
    return found.rubric;
  }

  /** For callers that hold a lock on an assignment, whose project cannot go meanwhile. */
  async read(query: { projectId: string; version: number }): Promise<Rubric> {
    const rubric = await this.find(query);
    if (!rubric)
      throw new Error(
        `Rubric ${query.projectId}/${query.version} is missing although an assignment names it`,
      );
    return rubric;
  }
}
