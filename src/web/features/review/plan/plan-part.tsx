import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Project } from '#contract/projects.ts';
import type { ReviewPlan } from '#domain/review/review-plan.ts';
import { type PlanState, rubricQuery } from '#web/features/review/review-queries.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { ProgressLine } from '#web/ui/progress-line.tsx';
import { Section } from '#web/ui/section.tsx';
import { Row, Stack } from '#web/ui/stack.tsx';
import { Switch } from '#web/ui/switch.tsx';
import { AspectsField } from './aspects-field.tsx';
import { GradesField } from './grades-field.tsx';
import { HowFields } from './how-fields.tsx';
import styles from './plan.module.css';
import { RiskFields } from './risk-fields.tsx';
import { ShareFields } from './share-fields.tsx';
import { useReviewPlan } from './use-review-plan.ts';

interface PlanPartProps {
  readonly project: Project;
  readonly state: PlanState;
}

function Application({
  state,
  isChanged,
  onApply,
}: {
  state: PlanState;
  isChanged: boolean;
  onApply: () => void;
}) {
  const { applying } = state;
  if (applying !== null)
    return (
      <span className={styles.applying} role="status">
        {say('{done, number} of {total, number} earlier judgments looked at', applying)}
        <ProgressLine
          label={say('Earlier judgments looked at')}
          value={applying.done}
          max={applying.total}
          width={120}
        />
      </span>
    );
  return (
    <Button disabled={isChanged || !state.plan.isOn} onClick={onApply}>
      {say('Apply to earlier judgments too')}
    </Button>
  );
}

/** Which judgments are reviewed, and how, for leads to change. */
export function PlanPart({ project, state }: PlanPartProps) {
  const [plan, setPlan] = useState<ReviewPlan>(state.plan);
  const { save, apply } = useReviewPlan(project.id);
  const rubric = useQuery({
    ...rubricQuery(project.id, project.rubricVersion),
    enabled: project.rubricVersion > 0,
  });
  const isChanged = state.revision === 0 || JSON.stringify(plan) !== JSON.stringify(state.plan);
  const change = (part: Partial<ReviewPlan>) => setPlan({ ...plan, ...part });
  const fields = { plan, change, projectId: project.id };
  return (
    <fieldset className={styles.plan}>
      <legend className="visually-hidden">{say('Review plan')}</legend>
      <Switch
        label={say('Review judgments in this project')}
        checked={plan.isOn}
        onChange={(event) => change({ isOn: event.target.checked })}
      />
      <div className={styles.columns}>
        <Section
          title={say('What is looked at')}
          summary={say('Which of them is drawn by a secret of the server: nobody can tell beforehand.')}
        >
          <Stack gap={4}>
            <ShareFields {...fields} criteria={rubric.data?.rubric.criteria ?? []} />
          </Stack>
        </Section>
        <Section title={say('Always looked at')}>
          <RiskFields {...fields} />
        </Section>
        <Section title={say('How')}>
          <Stack gap={3}>
            <HowFields {...fields} />
          </Stack>
        </Section>
        <Section
          title={say('Grades')}
          summary={say('Reviewers choose one by digit. None switches grading off.')}
        >
          <GradesField {...fields} />
          <AspectsField {...fields} />
        </Section>
      </div>
      <Row gap={3}>
        <Button
          variant="primary"
          busy={save.isPending}
          disabled={!isChanged}
          onClick={() => save.mutate({ revision: state.revision, plan })}
        >
          {say('Save plan')}
        </Button>
        <Application {...{ state, isChanged }} onApply={() => apply.mutate()} />
      </Row>
    </fieldset>
  );
}
