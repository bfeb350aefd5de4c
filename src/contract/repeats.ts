import { z } from 'zod';
import { repeatLimits } from '#domain/queue/repeats.ts';
import { route } from './route.ts';
import { projectParams } from './wire.ts';

const { sharePercent, leastTasks, leastHours } = repeatLimits;

export const repeatSettings = z
  .strictObject({
    /** Of all tasks; 0 where nothing comes a second time. */
    sharePercent: z.number().min(0).max(sharePercent),
    /** A person finishes at least so many other tasks in between. */
    leastTasks: z.number().int().min(leastTasks.least).max(leastTasks.most),
    /** And at least so many hours pass. */
    leastHours: z.number().min(0).max(leastHours),
  })
  .meta({ id: 'RepeatSettings' });

export const repeatState = z
  .object({
    settings: repeatSettings,
    /** False where the rubric asks nothing that a second look would measure, so that nothing is repeated. */
    isPossible: z.boolean(),
    given: z.number().int(),
    answered: z.number().int(),
    skipped: z.number().int(),
  })
  .meta({ id: 'RepeatState' });
export type RepeatState = z.infer<typeof repeatState>;

const shared = {
  feature: 'projects',
  path: '/projects/:projectId/repeats',
  params: projectParams,
  access: 'manage_project',
  response: repeatState,
} as const;

export const readRepeats = route({
  ...shared,
  id: 'readRepeats',
  method: 'GET',
  summary: 'How many tasks people get a second time, and how many they have had',
});
export const setRepeats = route({
  ...shared,
  id: 'setRepeats',
  method: 'PUT',
  summary: 'Let a share of the tasks come a second time, with the responses in reverse order',
  description:
    'A repeat looks like any other task. It takes no place of its item, and is in no count of judgments, agreement or export.',
  body: repeatSettings,
});

export const repeatRoutes = [readRepeats, setRepeats] as const;
