import type { z } from 'zod';
import type { listPeopleQuality, personEvidence, readPersonQuality } from '#contract/people-quality.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import type { ResponseOf } from '#contract/route.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import type { Services } from '#server/services/services.ts';
import { findPeopleAsOne, findPersonReport, listPersonSummaries } from '#server/store/people-report-store.ts';
import { listNames } from '#server/store/person-store.ts';
import { findQuality, listChangeMarks } from '#server/store/quality-store.ts';
import type { KeptAll, KeptEvidence, KeptReport, KeptSummary } from './present-people.ts';
import { readReport } from './read-report.ts';

/** Who works how, weakest first, from what is kept. */
export async function readPeople(
  services: Services,
  projectId: string,
): Promise<ResponseOf<typeof listPeopleQuality>> {
  const { kysely } = services.database;
  const { kept, ...state } = await readReport(services, projectId);
  const all = (await findPeopleAsOne(kysely, projectId)) as KeptAll | undefined;
  if (kept === null || all === undefined) return { ...state, kept: null };
  const rows = await listPersonSummaries(kysely, projectId);
  const names = await listNames(
    kysely,
    rows.map(({ personId }) => personId),
  );
  const people = rows.map(({ personId, summary }) => {
    const { evidence, ...kept } = summary as KeptSummary;
    return {
      ...kept,
      ...{ personId, name: names.get(personId) ?? '' },
      evidence: nameOthers(evidence, names),
    };
  });
  // Surely lowest first; those without an agreement last.
  const place = ({ agreement }: Pick<KeptSummary, 'agreement'>) =>
    agreement.value === null ? 2 : (agreement.high ?? 1);
  people.sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name));
  const marks = await readMarks(services, projectId);
  return { ...state, kept: { computedAt: kept.computedAt, all, marks, people } };
}

export async function readPerson(
  services: Services,
  query: { projectId: string; personId: string },
): Promise<ResponseOf<typeof readPersonQuality> | HttpRefusal> {
  const { kysely } = services.database;
  const stored = await findPersonReport(kysely, query);
  const quality = await findQuality(kysely, query.projectId);
  const all = (await findPeopleAsOne(kysely, query.projectId)) as KeptAll | undefined;
  if (!stored || !quality?.computedAt || all === undefined)
    return refuse(
      'not_found',
      'There is no report on this person: nothing of theirs was judged when the reports were computed. Compute them anew.',
    );
  const { settledAgreement: _settled, ownGold: _own, ...report } = stored.report as KeptReport;
  const { attention, evidence = [] } = stored.summary as KeptSummary;
  const otherIds = evidence.flatMap(({ otherId }) => otherId ?? []);
  const names = await listNames(kysely, [query.personId, ...otherIds]);
  return {
    computedAt: quality.computedAt.toISOString(),
    all,
    marks: await readMarks(services, query.projectId),
    report: {
      ...report,
      attention,
      ...{ personId: query.personId, name: names.get(query.personId) ?? '' },
      evidence: nameOthers(evidence, names),
    },
  };
}

/** Reports that were kept before there was evidence have none. */
function nameOthers(
  evidence: readonly KeptEvidence[] | undefined,
  names: ReadonlyMap<string, string>,
): z.infer<typeof personEvidence>[] {
  return (evidence ?? []).map(({ otherId, ...one }) => ({
    ...one,
    other: otherId === null ? null : { personId: otherId, name: names.get(otherId) ?? '' },
  }));
}

export async function readMarks(services: Services, projectId: string) {
  const marks = await listChangeMarks(services.database.kysely, projectId);
  return marks.map(({ at, ...mark }) => ({ ...mark, at: at.toISOString() }));
}
