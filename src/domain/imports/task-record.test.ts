import { expect, test } from 'vitest';
import { listAttachments } from '#domain/items/list-attachments.ts';
import { createAttachmentFinder } from '#domain/media/find-attachment.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { responsesNeeded } from '#domain/rubrics/validate-together.ts';
import { explainMisfit } from './fit-responses.ts';
import type { JsonRecord } from './json-record.ts';
import { normaliseTask } from './normalise-tasks.ts';
import { taskRecord } from './task-record.ts';

test.each(rubricTemplates)('the example of $key is imported as it is, and fits its rubric', (template) => {
  const media = listAttachments(template.example);
  const findAttachment = createAttachmentFinder(
    media.map(({ mediaId, name, kind }) => ({ sha256: mediaId, name, kind })),
  );
  const line = JSON.stringify(taskRecord(template.example, 'example'));
  const outcome = normaliseTask(JSON.parse(line) as JsonRecord, findAttachment);
  expect(outcome).toMatchObject({ items: [{ content: template.example, sourceKey: 'example' }] });
  const misfits = outcome.items.map((item) => explainMisfit(item, responsesNeeded(template.rubric)));
  expect(misfits).toEqual([null]);
});
