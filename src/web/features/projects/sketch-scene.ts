import type { Rubric } from '#domain/rubrics/rubric.ts';

/** What stands above the questions of a judging screen, in its broadest strokes. */
export type SketchScene =
  | { readonly kind: 'chat'; readonly models: number }
  | { readonly kind: 'tree' }
  | { readonly kind: 'brief' }
  | { readonly kind: 'page' }
  | { readonly kind: 'dialogue' }
  | { readonly kind: 'steps' }
  | { readonly kind: 'media'; readonly isTimed: boolean }
  | { readonly kind: 'texts'; readonly count: number; readonly isMarked: boolean };

/** Which drawing shows a rubric best. */
export function sceneOf({ criteria }: Rubric): SketchScene {
  const scales = criteria.map(({ scale }) => scale);
  const asks = (...targets: readonly string[]) => criteria.some(({ target }) => targets.includes(target));
  const chat = scales.find((scale) => scale.kind === 'chat');
  if (chat !== undefined) return { kind: 'chat', models: chat.models };
  if (scales.some((scale) => scale.kind === 'continuation')) return { kind: 'tree' };
  const writing = scales.find((scale) => scale.kind === 'writing');
  if (writing?.purpose === 'prompt') return { kind: 'brief' };
  if (writing !== undefined && !asks('ranking', 'pair', 'response')) return { kind: 'page' };
  if (asks('turn')) return { kind: 'dialogue' };
  if (asks('step')) return { kind: 'steps' };
  const regions = scales.find((scale) => scale.kind === 'regions');
  if (regions !== undefined) return { kind: 'media', isTimed: !regions.shapes.includes('box') };
  const isMarked = asks('span');
  const count = asks('ranking') ? 4 : isMarked && !asks('pair') ? 1 : 2;
  return { kind: 'texts', count, isMarked };
}
