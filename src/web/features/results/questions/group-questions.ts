import type { z } from 'zod';
import type { question } from '#contract/questions.ts';

export type Question = z.infer<typeof question>;

/** Questions about one thing: one criterion and section that fall short, or one kind of report. */
export interface QuestionGroup {
  readonly key: string;
  readonly kind: string;
  readonly violationType: string | null;
  readonly criterionKey: string | null;
  readonly section: string;
  readonly questions: readonly Question[];
}

function keyOf({ kind, violationType, criterionKey, section }: Question): string {
  // Headings that differ in case or spaces only were typed by hand and mean the same.
  return JSON.stringify([kind, violationType, criterionKey, section.trim().toLowerCase()]);
}

/** Gathers what asks the same; the largest group first, and what came first where they are of one size. */
export function groupQuestions(questions: readonly Question[]): readonly QuestionGroup[] {
  const groups = [...Map.groupBy(questions, keyOf)].flatMap(([key, all]): QuestionGroup[] => {
    const [first] = all;
    if (first === undefined) return [];
    const { kind, violationType, criterionKey, section } = first;
    return [{ key, kind, violationType, criterionKey, section: section.trim(), questions: all }];
  });
  return groups.sort((a, b) => b.questions.length - a.questions.length);
}
