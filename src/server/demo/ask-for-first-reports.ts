import { demoProjects } from '#seeds/demo/demo-projects.ts';
import { demoPeople } from '#server/features/accounts/demo-people.ts';
import { askForReport } from '#server/features/quality/ask-for-report.ts';
import type { Services } from '#server/services/services.ts';
import { findPersonByEmail } from '#server/store/person-store.ts';
import { listProjectsFor } from '#server/store/project-store.ts';

/**
 * Asks for the reports of what the new demo watches, and so for its rules to be applied: both read what is committed, so
 * it cannot be part of the seed. Should the process be killed before, the first to open the page of quality asks anew.
 */
export async function askForFirstReports(services: Services): Promise<void> {
  const { kysely } = services.database;
  const lead = await findPersonByEmail(kysely, demoPeople.find(({ key }) => key === 'lead')?.email ?? '');
  if (!lead) return;
  const watched = demoProjects.filter(({ quality }) => quality !== undefined).map(({ name }) => name);
  for (const { id, name } of await listProjectsFor(kysely, { personId: lead.id, all: false }))
    if (watched.includes(name)) await askForReport(services, id);
}
