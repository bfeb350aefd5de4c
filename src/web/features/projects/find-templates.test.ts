import { describe, expect, it } from 'vitest';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { findMeant, findTemplates } from './find-templates.ts';

const found = (search: string) =>
  findTemplates(rubricTemplates, search).flatMap(({ templates }) => templates.map(({ key }) => key));

describe('the search for a template', () => {
  it.each([
    ['code', ['code_review']],
    ['RED team', ['red_team_attempt']],
    ['coverage accuracy', ['summary_axes']],
    ['  factual   claims ', ['claims_check']],
    ['unicorn', []],
  ])('finds by “%s” in names, summaries and criteria', (search, keys) => {
    expect(found(search)).toEqual(keys);
  });

  it('finds all of them by nothing, in groups', () => {
    expect(found('')).toEqual(rubricTemplates.map(({ key }) => key));
    expect(findTemplates(rubricTemplates, '').map(({ purpose }) => purpose)).toEqual([
      'compare',
      'rate',
      'check',
      'write',
      'talk',
      'media',
    ]);
  });
});

describe('Enter in the search', () => {
  const meantBy = (search: string) => findMeant(findTemplates(rubricTemplates, search), search)?.name;

  it.each(rubricTemplates)('chooses “$name” by its whole name', ({ name }) => {
    expect(meantBy(name)).toBe(name);
  });

  it('chooses the first template in which other words stand', () => {
    expect(meantBy('unicorn')).toBeUndefined();
    expect(meantBy('recordings')).toBe('Comparison of recordings');
  });
});
