import type { Browser } from 'playwright-core';
import type { Client } from '#client/call.ts';
import { uploadMedia } from '#contract/media.ts';
import { addModelEndpoint } from '#contract/models.ts';
import type { FakeModelServer } from '#test/support/fake-model-server.ts';
import type { TemplateCase } from './template-case.ts';

interface CasePlace {
  readonly client: Client;
  readonly projectId: string;
  readonly browser: Browser;
  readonly fake: FakeModelServer;
}

/** Gives a project the files and the models that the tasks of a case need; says which file got which id. */
export async function prepareCase(
  made: TemplateCase,
  place: CasePlace,
): Promise<ReadonlyMap<string, string>> {
  const { client, browser, fake } = place;
  const params = { projectId: place.projectId };
  const names = new Map<string, string>();
  for (const { name, make } of made.files ?? []) {
    const bytes = await make(browser);
    const { mediaId } = await client.sendBytes(uploadMedia, { params, query: { name }, bytes });
    names.set(mediaId, name);
  }
  for (const model of made.models ?? [])
    await client.call(addModelEndpoint, {
      params,
      body: { name: `Endpoint of ${model}`, baseUrl: fake.baseUrl, model },
    });
  return names;
}

/** The file that a lead imports. */
export function caseFile({ tasks }: TemplateCase): string {
  return tasks.map(({ row }) => `${JSON.stringify(row)}\n`).join('');
}
