import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { useProject } from '#web/session/use-project.ts';
import { useCan } from '#web/session/use-session.ts';
import { buttonClass } from '#web/ui/button.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { FiguresPart } from './figures/figures-part.tsx';
import { PlanPart } from './plan/plan-part.tsx';
import { PlanWords } from './plan/plan-words.tsx';
import { type PlanState, reviewPlanQuery } from './review-queries.ts';

function summary({ plan, waiting }: PlanState): string {
  if (plan.isOn)
    return say('{waiting, plural, =0 {Nothing waits} one {# judgment waits} other {# judgments wait}}', {
      waiting,
    });
  return say('Reviewing is off. {waiting, plural, =0 {Nothing waits.} other {# still wait.}}', { waiting });
}

/** What is reviewed in a project, and the way into the queue. */
export function ReviewScreen() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId/review' });
  const project = useProject(projectId);
  const mayPlan = useCan()('manage_project', project.roles);
  const plan = useQuery(reviewPlanQuery(projectId));
  return (
    <Page>
      <PageHeader
        title={say('Review')}
        summary={plan.data && summary(plan.data)}
        actions={
          <Link
            to="/projects/$projectId/reviewing"
            params={{ projectId }}
            className={buttonClass({ variant: 'primary' })}
          >
            {say('Start reviewing')}
          </Link>
        }
      />
      <Loaded from={plan} lines={8} title={say('The review plan could not be loaded')}>
        {(state) => (
          <>
            {mayPlan ? (
              <PlanPart key={state.revision} project={project} state={state} />
            ) : (
              state.plan.isOn && <PlanWords project={project} plan={state.plan} />
            )}
            <FiguresPart projectId={projectId} plan={state.plan} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
