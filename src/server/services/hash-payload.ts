import { createHash } from 'node:crypto';
import type { Answers } from '#domain/judging/answers.ts';

/** Fingerprint of what a submission says, whatever the order of its fields: tells a retry from another judgment. */
export function hashPayload(body: {
  assignmentId: string;
  answers: Answers;
  supersedes: string | null;
}): Buffer {
  return createHash('sha256').update(stable(body)).digest();
}

function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${stable(field)}`).join(',')}}`;
}
