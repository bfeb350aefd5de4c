import type { z } from 'zod';
import { UnreachableError } from '#client/call-errors.ts';
import { forgetDeviceFiles } from './device-files.ts';
import { openDevice } from './open-device.ts';

const pointer = 'plumbline/person';
const nameOf = (name: string) => `answers/${name}`;

function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}

/**
 * Who was signed in here last; whose device it is while the server cannot be asked. Files of who was it before go: they
 * can be fetched again, and what cannot, such as unsent work, stays for when that person comes back.
 */
export function rememberPerson(personId: string | null): void {
  const before = rememberedPerson();
  if (before !== null && before !== personId) void forgetDeviceFiles(before);
  attempt(() =>
    personId === null ? localStorage.removeItem(pointer) : localStorage.setItem(pointer, personId),
  );
}

export function rememberedPerson(): string | null {
  return attempt(() => localStorage.getItem(pointer));
}

/** Keeps an answer of the server for the person who is signed in. */
export async function rememberAnswer(name: string, answer: unknown): Promise<void> {
  const personId = rememberedPerson();
  if (personId !== null) void (await openDevice(personId)).write(nameOf(name), answer);
}

/**
 * Asks the server; where it cannot be reached, answers what it said last to this person on this device.
 * @throws what `ask` throws, where nothing is remembered or the server did answer.
 */
export async function askOrRemember<Schema extends z.ZodType>(input: {
  readonly name: string;
  readonly schema: Schema;
  readonly ask: () => Promise<z.output<Schema>>;
}): Promise<z.output<Schema>> {
  try {
    const answer = await input.ask();
    void rememberAnswer(input.name, answer);
    return answer;
  } catch (error) {
    const personId = rememberedPerson();
    if (!(error instanceof UnreachableError) || personId === null) throw error;
    const remembered = input.schema.safeParse((await openDevice(personId)).read(nameOf(input.name)));
    if (!remembered.success) throw error;
    return remembered.data;
  }
}
