import type { Answers } from '#domain/judging/answers.ts';

/** Whether nothing at all was answered. */
export function isEmpty(answers: Answers): boolean {
  return Object.values(answers).every(
    (record) => record === undefined || record === '' || Object.keys(record).length === 0,
  );
}
