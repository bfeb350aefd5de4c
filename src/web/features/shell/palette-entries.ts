import type { Project } from '#contract/projects.ts';
import type { Action } from '#domain/access/can.ts';
import type { ProjectRole } from '#domain/access/roles.ts';
import { say } from '#web/messages/say.ts';
import { projectPages } from './project-pages.ts';

export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  /** Where it is: the project's name, or what kind of page. */
  readonly context: string;
  readonly href: string;
}

type May = (action: Action, roles?: readonly ProjectRole[]) => boolean;

function entriesOfProject(project: Project, may: May): PaletteEntry[] {
  const base = `/projects/${project.id}`;
  const pages = projectPages
    .filter((page) => may(page.needs, project.roles))
    .map((page) => ({ label: say(page.label), href: page.to.replace('$projectId', project.id) }));
  const judging = may('judge', project.roles) ? [{ label: say('Judge'), href: `${base}/judge` }] : [];
  return [{ label: project.name, href: base }, ...judging, ...pages].map((entry, index) => ({
    ...entry,
    id: entry.href,
    context: index === 0 ? say('Project') : project.name,
  }));
}

/** Every page that this person can open. */
export function listPaletteEntries(projects: readonly Project[], may: May): readonly PaletteEntry[] {
  const pages = [
    { label: say('Home'), href: '/' },
    { label: say('Settings and API keys'), href: '/settings' },
    ...(may('create_project') ? [{ label: say('New project'), href: '/projects/new' }] : []),
    ...(may('manage_deployment') ? [{ label: say('Everybody'), href: '/people' }] : []),
    { label: say('API documentation'), href: '/api/docs' },
  ].map((page) => ({ ...page, id: page.href, context: say('Page') }));
  return [...pages, ...projects.flatMap((project) => entriesOfProject(project, may))];
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** The entries in which every word that was typed begins a word; labels that begin with it come first. */
export function findPaletteEntries(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const found = entries.filter((entry) => {
    const text = ` ${fold(`${entry.label} ${entry.context}`)}`.replace(/[-_./:()]/g, ' ');
    return words.every((word) => text.includes(` ${word}`));
  });
  const first = words[0];
  if (first === undefined) return found;
  const begins = (entry: PaletteEntry) => (fold(entry.label).startsWith(first) ? 0 : 1);
  return found.toSorted((a, b) => begins(a) - begins(b));
}
