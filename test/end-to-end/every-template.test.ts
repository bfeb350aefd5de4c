import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setMemberRoles } from '#contract/projects.ts';
import { listFittingFormats } from '#domain/exports/fitting-formats.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { type FakeModelServer, startFakeModelServer } from '#test/support/fake-model-server.ts';
import { watchPointer } from '#test/support/judge-by-keyboard.ts';
import { type OpenedPage, openPage, signInContext } from '#test/support/open-page.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { templateCases } from '#test/support/template-cases/all-cases.ts';
import { prepareCase } from '#test/support/template-cases/prepare-case.ts';
import { exportRows } from '#test/support/template-cases/read-case-exports.ts';
import {
  type AnnotationRow,
  fillIn,
  type Names,
  sayAnswers,
} from '#test/support/template-cases/say-answers.ts';
import { sayRow } from '#test/support/template-cases/say-row.ts';
import type { SeenTask } from '#test/support/template-cases/seen-task.ts';
import type { TemplateCase } from '#test/support/template-cases/template-case.ts';
import {
  createByKeys,
  importByKeys,
  judgeByKeys,
  openByKeys,
} from '#test/support/template-cases/template-journey.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let fake: FakeModelServer;
let browser: Browser;
let lead: TestPerson & OpenedPage;
beforeAll(async () => {
  fake = await startFakeModelServer();
  server = await startTestServer({ models: { privateHosts: ['127.0.0.1'] } });
  browser = await launchBrowser();
  lead = await openAs(await addPerson(server, { name: 'Lead', deploymentRole: 'owner' }));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await fake?.stop();
});

async function openAs(person: TestPerson): Promise<TestPerson & OpenedPage> {
  const opened = await openPage(browser, server.address);
  await signInContext(opened.context, server.address, person.cookie);
  return { ...person, ...opened };
}

interface Judged {
  readonly projectId: string;
  readonly seen: readonly SeenTask[];
  /** The names of files by their ids. */
  readonly files: ReadonlyMap<string, string>;
}

/** A lead sets the project up, an annotator judges every task. */
async function judgeCase(made: TemplateCase, template: { name: string }): Promise<Judged> {
  const projectId = await createByKeys(lead.page, template);
  const place = { client: lead.client, projectId, browser, fake };
  const files = await prepareCase(made, place);
  await importByKeys(lead.page, { projectId, made });
  const annotator = await openAs(await addPerson(server));
  const params = { projectId, personId: annotator.id };
  await lead.client.call(setMemberRoles, { params, body: { roles: ['annotator'] } });
  await openByKeys(lead.page, projectId);
  const pointerPresses = await watchPointer(annotator.page);
  const seen = await judgeByKeys(annotator.page, { projectId, made });
  expect([await pointerPresses(), annotator.faults, lead.faults]).toEqual([0, [], []]);
  await annotator.context.close();
  return { projectId, seen, files };
}

/** How the responses and files of all tasks are called: no text stands in two of them. */
function namesOf({ seen, files }: Judged) {
  const letters = new Map(
    seen.flatMap(({ words }) => Object.entries(words).map(([letter, text]) => [text, letter] as const)),
  );
  const ofFiles = new Map(
    seen.flatMap(({ task, letters: inOrder }) => {
      const { responses = [] } = task.row as { responses?: readonly { attachments?: { name: string }[] }[] };
      return responses.map(({ attachments }, index) => [attachments?.[0]?.name, inOrder[index]] as const);
    }),
  );
  const names = ({ responses }: AnnotationRow): Names => {
    const text = (id: string) => responses.find((response) => response.id === id)?.text ?? '';
    return {
      text,
      letter: (id) => letters.get(text(id)) ?? '?',
      file: (mediaId) => ofFiles.get(files.get(mediaId)) ?? '?',
    };
  };
  // A solution is called by its first step.
  const call = (text: string) =>
    letters.get(text) ??
    [...letters].find(([whole]) => text !== '' && whole.startsWith(`${text}\n\n`))?.[1] ??
    text;
  return { names, call };
}

test('there is a case for every template', () => {
  expect(templateCases.map(({ key }) => key)).toEqual(rubricTemplates.map(({ key }) => key));
});

test.each(templateCases)(
  '$key is set up, judged by keys alone and exported to every format that fits',
  async (made) => {
    const template = rubricTemplates.find(({ key }) => key === made.key) ?? expect.unreachable();
    const judged = await judgeCase(made, template);
    const { names, call } = namesOf(judged);
    const formats = listFittingFormats(template.rubric);
    const { projectId, seen } = judged;
    const exported = await Promise.all(
      formats.map((format, index) =>
        exportRows<never>({ client: lead.client, projectId, format, parquet: index % 2 === 1 }),
      ),
    );
    for (const [index, format] of formats.entries()) {
      const rows = exported[index] ?? [];
      if (format === 'annotations') {
        const lines = (answers: readonly string[]) => answers.toSorted().join('\n');
        const said = rows.map((row: AnnotationRow) => lines(sayAnswers(row, names(row))));
        const meant = seen.map((each) => lines(each.task.answers.map((answer) => fillIn(answer, each))));
        expect(said.toSorted()).toEqual(meant.toSorted());
      } else {
        const said = rows.map((row) => sayRow(format, row, call));
        const meant = seen.flatMap((each) =>
          (each.task.rows[format] ?? ['?']).map((row) => fillIn(row, each)),
        );
        expect([format, said.toSorted()]).toEqual([format, meant.toSorted()]);
      }
    }
  },
);
