import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { Executor } from '#server/database/database.ts';
import { findRubricVersion } from '#server/store/rubric-store.ts';

const empty: Rubric = {
  criteria: [],
  overallKey: null,
  justification: { ask: 'off', minCharacters: 0 },
  confidence: 'off',
};

/** The versions of a project's rubric, each read once for one act; a version that is not there asks nothing. */
export class RubricReader {
  readonly #kept = new Map<number, Rubric>();
  readonly #executor: Executor;
  readonly #projectId: string;

  constructor(executor: Executor, projectId: string) {
    this.#executor = executor;
    this.#projectId = projectId;
  }

  async read(version: number): Promise<Rubric> {
    const known = this.#kept.get(version);
    if (known) return known;
    const found = await findRubricVersion(this.#executor, { projectId: this.#projectId, version });
    const rubric = found?.rubric ?? empty;
    this.#kept.set(version, rubric);
    return rubric;
  }
}
