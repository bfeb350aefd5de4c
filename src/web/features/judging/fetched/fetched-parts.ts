import type { ChatTask } from '#web/features/judging/chat/chat-task.tsx';
import type { ContinuationTask } from '#web/features/judging/continuation/continuation-task.tsx';
import type { MarksPanel } from '#web/features/judging/marks/marks-panel.tsx';
import type { TaskFiles } from '#web/features/judging/media/task-files.tsx';
import type { RankingRow } from '#web/features/judging/ranking/ranking-row.tsx';
import type { RunPanel } from '#web/features/judging/running/run-panel.tsx';
import type { WritingPane } from '#web/features/judging/writing/writing-pane.tsx';

/** Parts of the judging screen that most tasks do without: each is fetched with the first task that needs it. */
export interface FetchedParts {
  readonly chat: typeof ChatTask;
  readonly continuation: typeof ContinuationTask;
  readonly writing: typeof WritingPane;
  readonly marks: typeof MarksPanel;
  readonly ranking: typeof RankingRow;
  readonly running: typeof RunPanel;
  readonly media: typeof TaskFiles;
}

export type PartName = keyof FetchedParts;

const fetchers: { readonly [Name in PartName]: () => Promise<FetchedParts[Name]> } = {
  chat: async () => (await import('#web/features/judging/chat/chat-task.tsx')).ChatTask,
  continuation: async () =>
    (await import('#web/features/judging/continuation/continuation-task.tsx')).ContinuationTask,
  writing: async () => (await import('#web/features/judging/writing/writing-pane.tsx')).WritingPane,
  marks: async () => (await import('#web/features/judging/marks/marks-panel.tsx')).MarksPanel,
  ranking: async () => (await import('#web/features/judging/ranking/ranking-row.tsx')).RankingRow,
  running: async () => (await import('#web/features/judging/running/run-panel.tsx')).RunPanel,
  media: async () => (await import('#web/features/judging/media/task-files.tsx')).TaskFiles,
};
const fetched: { [Name in PartName]?: FetchedParts[Name] } = {};

async function fetchPart<Name extends PartName>(name: Name): Promise<void> {
  fetched[name] ??= await fetchers[name]();
}

/** Resolves once all of them are there; rejects where one cannot be fetched, which may be tried again. */
export async function fetchParts(names: readonly PartName[]): Promise<void> {
  await Promise.all(names.map(fetchPart));
}

/** Undefined until it was fetched. */
export function readPart<Name extends PartName>(name: Name): FetchedParts[Name] | undefined {
  return fetched[name];
}
