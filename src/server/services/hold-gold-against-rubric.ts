import { explainFit } from '#domain/gold/explain-fit.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { Executor } from '#server/database/database.ts';
import { keepGoldFits, listUncheckedGold } from '#server/store/gold-fit-store.ts';
import { findRubricVersion } from '#server/store/rubric-store.ts';

const pageGolds = 200;

/** Says of every gold whether it can be used under the project's newest rubric; true where any had to be looked at. */
export async function holdGoldAgainstRubric(executor: Executor, projectId: string): Promise<boolean> {
  const rubrics = new Map<number, Rubric | undefined>();
  const read = async (version: number) => {
    if (!rubrics.has(version))
      rubrics.set(version, (await findRubricVersion(executor, { projectId, version }))?.rubric);
    return rubrics.get(version);
  };
  let hasChanged = false;
  for (;;) {
    const page = await listUncheckedGold(executor, { projectId, limit: pageGolds });
    if (page.length === 0) return hasChanged;
    hasChanged = true;
    const fits = [];
    for (const { itemId, answers, rubricVersion, newestVersion } of page) {
      const [then, now] = [await read(rubricVersion), await read(newestVersion)];
      const isUsable =
        then !== undefined && now !== undefined && explainFit({ answers, rubric: then }, now).isUsable;
      fits.push({ itemId, isUsable, checkedVersion: newestVersion });
    }
    await keepGoldFits(executor, fits);
  }
}
