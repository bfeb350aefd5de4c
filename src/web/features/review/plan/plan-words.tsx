import { useQuery } from '@tanstack/react-query';
import type { Project } from '#contract/projects.ts';
import type { ReviewPlan } from '#domain/review/review-plan.ts';
import { rubricQuery } from '#web/features/review/review-queries.ts';
import { say } from '#web/messages/say.ts';
import { formatShare } from '#web/ui/format-number.ts';
import { Section } from '#web/ui/section.tsx';
import styles from './plan.module.css';
import { riskSigns } from './risk-fields.tsx';

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className={styles.words}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** What comes to a reviewer, a line each. */
function listLookedAt(plan: ReviewPlan, labelOf: (criterionKey: string) => string): string[] {
  const { share, newcomers, people, criteria, risk } = plan;
  const signs = riskSigns.filter(([name]) => risk[name]).map(([, label]) => say(label));
  return [
    ...(share > 0 ? [say('{share} of all judgments, drawn by chance', { share: formatShare(share) })] : []),
    ...(newcomers > 0
      ? [say('The first {count, number} judgments of each person', { count: newcomers })]
      : []),
    ...(people.length > 0
      ? [
          say(
            '{count, plural, one {A share of its own of one person} other {Shares of their own of # people}}',
            {
              count: people.length,
            },
          ),
        ]
      : []),
    ...criteria.map((one) =>
      say('{share} of the answers to “{criterion}”', {
        share: formatShare(one.share),
        criterion: labelOf(one.criterionKey),
      }),
    ),
    ...(signs.length > 0 ? [say('Always: {signs}', { signs: signs.join(' · ') })] : []),
  ];
}

function listHow({ secondShare, showsAuthor, grades, gradesCriteria, aspects }: ReviewPlan): string[] {
  const names = (list: readonly { readonly label: string }[]) => list.map(({ label }) => label).join(' · ');
  return [
    secondShare > 0
      ? say('{share} are looked at by a second reviewer, who does not know it', {
          share: formatShare(secondShare),
        })
      : say('Nothing is looked at twice'),
    showsAuthor ? say('You see who the author is') : say('You do not see who the author is'),
    ...(grades.length > 0
      ? [say('Grades by digit: {grades}', { grades: names(grades) })]
      : [say('Nothing is graded')]),
    ...(aspects.length > 0 ? [say('Graded, too: {aspects}', { aspects: names(aspects) })] : []),
    ...(gradesCriteria ? [say('Each criterion is graded, too')] : []),
  ];
}

/** The plan for those who review by it and do not make it. */
export function PlanWords({ project, plan }: { readonly project: Project; readonly plan: ReviewPlan }) {
  const rubric = useQuery({
    ...rubricQuery(project.id, project.rubricVersion),
    enabled: project.rubricVersion > 0 && plan.criteria.length > 0,
  });
  const labelOf = (criterionKey: string) =>
    rubric.data?.rubric.criteria.find(({ key }) => key === criterionKey)?.label ?? criterionKey;
  return (
    <div className={styles.plan}>
      <div className={styles.columns}>
        <Section title={say('What is looked at')}>
          <Lines lines={listLookedAt(plan, labelOf)} />
        </Section>
        <Section title={say('How')}>
          <Lines lines={listHow(plan)} />
        </Section>
      </div>
    </div>
  );
}
