import type { ReviewPlan } from '#domain/review/review-plan.ts';
import { say } from '#web/messages/say.ts';
import { formatDecimal, formatShare } from '#web/ui/format-number.ts';
import type { Author } from './figures-query.ts';

/** "Judgment 1.4, Reasons 2.1": the average place of the grades, 1 being the first one. */
export function gradesText(grades: Author['grades'], { aspects }: Pick<ReviewPlan, 'aspects'>): string {
  const given = [{ key: '', label: say('Judgment') }, ...aspects].flatMap(({ key, label }) => {
    const figures = grades.find(({ aspectKey }) => aspectKey === key);
    return figures === undefined ? [] : [`${label} ${formatDecimal(figures.meanPlace, 1)}`];
  });
  return given.length === 0 ? '–' : given.join(', ');
}

/** What the average rests on: how often the first grade was given. */
export function firstGradeText(grades: Author['grades'], plan: Pick<ReviewPlan, 'grades'>): string {
  const whole = grades.find(({ aspectKey }) => aspectKey === '');
  const [first] = plan.grades;
  if (whole === undefined || first === undefined || whole.first.value === null) return '';
  return say('“{grade}” {share}, n = {n, number}', {
    grade: first.label,
    share: formatShare(whole.first.value),
    n: whole.first.n,
  });
}
