import { z } from 'zod';
import { UsageError } from '#cli/command-errors.ts';
import { type Mix, mixLimits, simulatedKinds } from '#domain/simulation/population.ts';

const group = z.strictObject({
  kind: z.enum(simulatedKinds),
  count: z.number().int().min(1).max(mixLimits.people).default(1),
  judgments: z.number().int().min(1).max(mixLimits.judgments).optional(),
});

const mixFile = z.strictObject({
  groups: z.array(group).min(1).max(mixLimits.people),
  tasksPerSession: z.number().int().min(1).max(mixLimits.tasksPerSession).default(60),
  guidelinesChangeAt: z.number().gt(0).lt(1).nullable().default(null),
});

/** Reads the text of a mix file. @throws UsageError that names each place which does not fit. */
export function readMix(content: string, name: string): Mix {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    throw new UsageError(`${name} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const read = mixFile.safeParse(value);
  if (!read.success) {
    const places = read.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'the file'}: ${message}`,
    );
    throw new UsageError(`${name} is no mix of people. ${places.join('; ')}`);
  }
  const people = read.data.groups.reduce(
    (sum, { kind, count }) => sum + count * (kind === 'colluding_pair' ? 2 : 1),
    0,
  );
  if (people > mixLimits.people)
    throw new UsageError(
      `${name} asks for ${people} people; at most ${mixLimits.people} are simulated at once.`,
    );
  return read.data;
}
