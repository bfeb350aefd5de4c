import type { ViewTask } from '#web/features/judging/parts/scene.ts';
import type { PartName } from './fetched-parts.ts';

const byKind: Readonly<Record<string, PartName>> = {
  chat: 'chat',
  writing: 'writing',
  marks: 'marks',
  claims: 'marks',
  ranking: 'ranking',
  run: 'running',
  continuation: 'continuation',
};

/** Which parts a task cannot be shown without. */
export function partsNeeded({ rubric, prompt, responses }: ViewTask): PartName[] {
  const ofRubric = rubric.criteria.flatMap(({ scale }) => byKind[scale.kind] ?? []);
  const hasFiles = [...prompt, ...responses].some(({ attachments = [] }) => attachments.length > 0);
  return [...new Set([...ofRubric, ...(hasFiles ? (['media'] as const) : [])])];
}
