import { expect, it } from 'vitest';
import { rubricFileName } from './save-text-file.ts';

it.each([
  ['Harmless base', 'rubric-harmless-base.json'],
  ['Zürich: Ärzte / v2', 'rubric-zurich-arzte-v2.json'],
  ['评分', 'rubric-project.json'],
  ['../etc', 'rubric-etc.json'],
])('the file of the project %s is %s', (project, name) => {
  expect(rubricFileName(project)).toBe(name);
});
