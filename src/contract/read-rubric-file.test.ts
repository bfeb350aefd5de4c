import { describe, expect, test } from 'vitest';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { readRubricFile } from './read-rubric-file.ts';
import { buildRubricSchema, writeRubricFile } from './rubric-file.ts';

const template = rubricTemplates.find(({ key }) => key === 'safety_with_severity');
if (template === undefined) throw new Error('There is no such template');
const origin = 'https://plumbline.example';
const written = writeRubricFile(template.rubric, { origin, name: 'Safety' });

/** The file with one place of it set, or taken away where the value is undefined. */
function changed(place: string, value: unknown): string {
  const file: unknown = JSON.parse(written);
  const path = place.split('.');
  const last = path.pop() ?? '';
  const at = path.reduce<unknown>((one, key) => (one as Record<string, unknown>)[key], file);
  Object.assign(at as object, { [last]: value });
  return JSON.stringify(file);
}
const messages = (content: string) => {
  const read = readRubricFile(content);
  return (read.kind === 'unreadable' ? read.places : read.contradictions).map(({ message }) => message);
};

describe('a rubric file', () => {
  test.each(rubricTemplates)('brings the rubric of $key back as it was', ({ rubric, name }) => {
    const read = readRubricFile(writeRubricFile(rubric, { origin, name }));
    expect(read).toEqual({ kind: 'rubric', rubric, name, contradictions: [] });
  });

  test('names the schema that it keeps to', () => {
    expect(JSON.parse(written)).toMatchObject({
      $schema: 'https://plumbline.example/api/v1/schemas/rubric.json',
      format: 'plumbline-rubric',
      formatVersion: 1,
    });
  });

  test.each<[string, string, string]>([
    ['no JSON', '{\n  "format": "x",\n}', 'This is not JSON: line 3, character 1'],
    ['half a file', written.slice(0, 400), 'This is not JSON'],
    ['a list', '[]', 'This file is no rubric'],
    ['another file', '{"format": "jsonl"}', 'This file is no rubric'],
    ['a file of tomorrow', changed('formatVersion', 2), 'of version 2'],
    ['a giant', ' '.repeat(2_000_001), 'at most 2 million'],
    ['a missing label', changed('rubric.criteria.1.label', undefined), 'Criterion 2, label: is missing.'],
    [
      'a number that is a word',
      changed('rubric.criteria.2.scale.min', 'one'),
      'Criterion 3 (“How severe”), scale, min: must be a number.',
    ],
    [
      'an unknown field',
      changed('rubric.criteria.0.scale.options.1.colour', 'red'),
      'Criterion 1 (“The request”), scale, option 2 (“Sensitive”): “colour” is not known here. Remove it.',
    ],
    [
      'an unknown scale',
      changed('rubric.criteria.0.scale.kind', 'stars'),
      'Criterion 1 (“The request”), scale',
    ],
  ])('is refused in words where it is %s', (_name, content, words) => {
    const read = readRubricFile(content);
    expect(read.kind).toBe('unreadable');
    expect(messages(content)[0]).toContain(words);
  });

  test.each<[string, string, string]>([
    [
      'a key twice',
      changed('rubric.criteria.1.key', 'request'),
      'Criterion 2 (“Safety of the response”), key: The key "request" is used twice',
    ],
    [
      'a condition on an option that is gone',
      changed('rubric.criteria.1.scale.options.1.key', 'bad'),
      'has no answer “unsafe”',
    ],
  ])('can be read with the contradictions of %s told', (_name, content, words) => {
    const read = readRubricFile(content);
    expect(read.kind).toBe('rubric');
    expect(messages(content).join('\n')).toContain(words);
  });

  test('may begin with a byte order mark', () => {
    expect(readRubricFile(`\uFEFF${written}`).kind).toBe('rubric');
  });
});

test('the published schema describes the file and every kind of scale', () => {
  const schema = JSON.stringify(buildRubricSchema());
  expect(buildRubricSchema()).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
  for (const word of ['plumbline-rubric', 'step_label', 'mustNotInclude', 'techniques', 'unsettled'])
    expect(schema).toContain(`"${word}"`);
});
