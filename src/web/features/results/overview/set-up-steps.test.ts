import { expect, it } from 'vitest';
import { listSetUpSteps } from './set-up-steps.ts';

it.each([
  ['a new project', { itemsTotal: 0, state: 'draft' as const }, 0, ['import', 'invite', 'open']],
  ['a project with items', { itemsTotal: 9, state: 'draft' as const }, 0, ['invite', 'open']],
  ['a project with items and people', { itemsTotal: 9, state: 'draft' as const }, 2, ['open']],
  ['an open project without items', { itemsTotal: 0, state: 'open' as const }, 2, ['import']],
  ['a project at work', { itemsTotal: 9, state: 'open' as const }, 2, undefined],
  ['a paused project', { itemsTotal: 9, state: 'paused' as const }, 2, undefined],
])('%s shows the steps that are left', (_, project, annotators, left) => {
  const steps = listSetUpSteps(project, annotators);
  expect(steps?.filter(({ done }) => !done).map(({ key }) => key)).toEqual(left);
});
