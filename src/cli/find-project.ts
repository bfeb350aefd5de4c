import type { Client } from '#client/call.ts';
import { listProjects, type Project } from '#contract/projects.ts';
import { UsageError } from './command-errors.ts';

/** The project with this id or name; capitals do not count. */
export async function findProject(client: Client, wanted: string): Promise<Project> {
  const { projects } = await client.call(listProjects);
  const found =
    projects.find((project) => project.id === wanted) ??
    projects.find((project) => project.name.toLowerCase() === wanted.trim().toLowerCase());
  if (found) return found;
  const names = projects.map((project) => `"${project.name}"`).join(', ');
  throw new UsageError(
    projects.length === 0
      ? `There is no project "${wanted}": you are on none yet. A lead can add you, or create it in the web app.`
      : `There is no project "${wanted}" that you may see. Yours are ${names}.`,
  );
}
