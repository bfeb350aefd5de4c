import { describe, expect, it } from 'vitest';
import type { Project } from '#contract/projects.ts';
import { can } from '#domain/access/can.ts';
import type { DeploymentRole, ProjectRole } from '#domain/access/roles.ts';
import { findPaletteEntries, listPaletteEntries } from './palette-entries.ts';

function aProject(id: string, name: string, roles: ProjectRole[]): Project {
  return {
    id,
    name,
    roles,
    description: '',
    instructions: '',
    overlap: 2,
    leaseMs: 60_000,
    amendWindowMs: 0,
    targetPerDay: null,
    annotatorSees: 'all',
    flagPolicy: { hold: [] },
    state: 'open',
    templateKey: null,
    rubricVersion: 1,
    guidelineVersion: 1,
    itemsTotal: 0,
    itemsDone: 0,
    judgmentsTotal: 0,
    revision: 1,
    createdAt: '2026-01-01T00:00:00Z',
  };
}

function entriesFor(deploymentRole: DeploymentRole, ...projects: Project[]) {
  const actor = { personId: 'p', deploymentRole, scopes: null };
  return listPaletteEntries(projects, (action, roles) =>
    can(actor, action, roles ? { kind: 'project', roles } : { kind: 'deployment' }),
  );
}

const hh = aProject('p1', 'Harmless base', ['annotator']);

describe('the pages that can be opened', () => {
  it.each<[string, DeploymentRole, ProjectRole, string[], string[]]>([
    [
      'an annotator',
      'member',
      'annotator',
      ['Judge', 'Guidelines'],
      ['Export', 'Import', 'New project', 'Everybody'],
    ],
    ['a lead', 'lead', 'lead', ['Import', 'Export', 'New project'], ['Judge', 'Everybody']],
    ['a researcher', 'member', 'researcher', ['Export', 'Items'], ['Import', 'People']],
    ['the owner of the deployment', 'owner', 'lead', ['Everybody', 'Settings'], ['Judge']],
  ])('by %s follow the role', (_, deploymentRole, role, present, absent) => {
    const labels = entriesFor(deploymentRole, aProject('p', 'P', [role])).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(present));
    for (const label of absent) expect(labels).not.toContain(label);
  });
});

describe('what is found', () => {
  const entries = entriesFor('member', hh, aProject('p2', 'Médecine générale', ['annotator']));
  it.each([
    ['part of a word', 'harm', 'Harmless base'],
    ['a page in a project', 'guid harm', 'Guidelines'],
    ['another order of words', 'base judge', 'Judge'],
    ['a name without its accents', 'medec', 'Médecine générale'],
    ['a page by its first letters', 'sett', 'Settings and API keys'],
  ])('by %s comes first', (_, typed, label) => {
    expect(findPaletteEntries(entries, typed)[0]?.label).toBe(label);
  });

  it('is everything when nothing is typed, and nothing when no word fits', () => {
    expect(findPaletteEntries(entries, ' ')).toHaveLength(entries.length);
    expect(findPaletteEntries(entries, 'zebra')).toEqual([]);
  });
});
