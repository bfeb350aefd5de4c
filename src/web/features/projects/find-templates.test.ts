import { expect, it } from 'vitest';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { findMeant, findTemplates } from './find-templates.ts';

const meantBy = (search: string) => findMeant(findTemplates(rubricTemplates, search), search)?.name;

it.each(rubricTemplates)('Enter after the whole name chooses “$name”', ({ name }) => {
  expect(meantBy(name)).toBe(name);
});

it('Enter after other words chooses the first template in which they stand', () => {
  expect(meantBy('EIFFEL')).toBeUndefined();
  expect(meantBy('recordings')).toBe('Comparison of recordings');
});
