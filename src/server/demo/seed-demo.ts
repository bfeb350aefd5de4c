import { demoProjects } from '#seeds/demo/demo-projects.ts';
import { readGuidelines, readPrompts } from '#seeds/demo/read-content.ts';
import { demoTaskProjects } from '#seeds/demo/tasks/task-projects.ts';
import { inOneTransaction } from '#server/database/one-transaction.ts';
import { demoPeople } from '#server/features/accounts/demo-people.ts';
import { publishGuidelines } from '#server/features/guidelines/guidelines-routes.ts';
import { makeGold } from '#server/features/imports/make-gold.ts';
import type { Services } from '#server/services/services.ts';
import { countPeople, lockSetup } from '#server/store/person-store.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { granted } from './granted.ts';
import { readJudgedItems } from './judged-items.ts';
import { replayWork, type Turn } from './replay-work.ts';
import { seedPeople } from './seed-people.ts';
import { seedProject } from './seed-project.ts';
import { followQuality, watchQuality } from './seed-quality.ts';
import { createSeedServices, type SeedServices } from './seed-services.ts';
import { seedTaskProject } from './seed-task-project.ts';

const seed = 4600;
const dayMs = 86_400_000;

/**
 * Fills an empty deployment with the demo: people, a project for every kind of work, and twelve days of judgments, all
 * through the same acts as everybody's. It is one transaction: a killed start leaves nothing, and the next one does it all.
 * Returns false where somebody is there already.
 */
export async function seedDemo(services: Services): Promise<boolean> {
  const random = seededRandom(seed);
  const now = services.now();
  return inOneTransaction(services.database, async (database) => {
    const seedServices = createSeedServices({ services, database, random });
    await lockSetup(database.kysely);
    if ((await countPeople(database.kysely)) > 0) return false;
    await seedEverything(seedServices, now);
    return true;
  });
}

async function seedEverything(services: SeedServices, now: Date): Promise<void> {
  const prompts = readPrompts();
  const began = new Date(now.getTime() - 13 * dayMs);
  services.setNow(began);
  const people = await seedPeople(services);
  const idOf = (wanted: string) =>
    people.get(demoPeople.find(({ key }) => key === wanted)?.email ?? '') ?? '';
  const [leadId, reviewerId] = [idOf('lead'), idOf('reviewer')];
  for (const [index, project] of demoProjects.entries()) {
    const random = seededRandom(seed + index);
    services.setNow(minutesBefore(began, index));
    const seeded = await seedProject(services, { project, prompts, people, leadId, random });
    const { projectId, importId, rubric } = seeded;
    granted(await makeGold(services, { projectId, importId, personId: leadId, percent: 100 }));
    const items = await readJudgedItems(services, { projectId, prompts });
    const guidelines = { projectId, personId: leadId, markdown: readGuidelines(project.guidelines) };
    const act = async () => {
      const note = `New section: ${project.addedSection}`;
      granted(await publishGuidelines(services, { ...guidelines, note, basedOn: 1 }));
    };
    const turns: Turn[] = [{ at: new Date(now.getTime() - 6 * dayMs), act }];
    const { quality } = project;
    const { overallKey } = rubric;
    if (quality && overallKey !== null) {
      const about = { projectId, leadId, reviewerId, people, rubric, overallKey, items };
      const watching = { ...about, quality, random: seededRandom(seed + 50 + index) };
      await watchQuality(services, watching);
      turns.push(...followQuality(services, watching, now));
    }
    await replayWork(services, { projectId, work: project.work, rubric, people, items, now, random, turns });
  }
  for (const [index, project] of demoTaskProjects.entries()) {
    services.setNow(minutesBefore(began, demoProjects.length + index));
    await seedTaskProject(services, { project, people, leadId, now, seed: seed + 100 + index });
  }
}

/** Lists of projects begin with the newest, so the first to be shown is made last. */
function minutesBefore(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() - minutes * 60_000);
}
