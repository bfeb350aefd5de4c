import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { KeptFolder } from '#web/session/device/kept-folder.ts';
import type { JudgingApi } from './judging-api.ts';

interface VersionNeeds {
  readonly api: Pick<JudgingApi, 'readRubric' | 'readGuidelines'>;
  readonly store: KeptFolder;
}

/** Rubrics and guidelines by version. A version never changes, so it is read once and then kept on this device. */
export class VersionKeeper {
  readonly #needs: VersionNeeds;
  readonly #asked = new Map<string, Promise<unknown>>();

  constructor(needs: VersionNeeds) {
    this.#needs = needs;
  }

  rubric(version: number): Promise<Rubric> {
    return this.#read(`rubric/${version}`, () => this.#needs.api.readRubric(version));
  }

  guidelines(version: number): Promise<string> {
    return this.#read(`guidelines/${version}`, () => this.#needs.api.readGuidelines(version));
  }

  /** The rubric where it is on this device already. */
  keptRubric(version: number): Rubric | undefined {
    return this.#needs.store.read(`rubric/${version}`) as Rubric | undefined;
  }

  #read<T>(name: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#asked.get(name) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const kept = this.#needs.store.read(name) as T | undefined;
    const asked = kept === undefined ? this.#ask(name, ask) : Promise.resolve(kept);
    this.#asked.set(name, asked);
    asked.catch(() => this.#asked.delete(name));
    return asked;
  }

  async #ask<T>(name: string, ask: () => Promise<T>): Promise<T> {
    const answer = await ask();
    void this.#needs.store.write(name, answer);
    return answer;
  }
}
