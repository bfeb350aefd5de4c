import { expect, it } from 'vitest';
import { listRoles } from './role-names.ts';

it('lists roles from those who judge to those who own', () => {
  expect(listRoles(['lead', 'annotator', 'reviewer'])).toBe('annotator, reviewer, and lead');
});
