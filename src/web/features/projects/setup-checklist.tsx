import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Project } from '#contract/projects.ts';
import { say, sayAs } from '#web/messages/say.ts';
import { Button, buttonClass } from '#web/ui/button.tsx';
import { errorText } from '#web/ui/error-state.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { ExampleTaskButton } from './example-task-button.tsx';
import { invitationsQuery, membersQuery } from './project-queries.ts';
import styles from './setup-checklist.module.css';
import { listSetupSteps, type SetupStep } from './setup-steps.ts';
import { useUpdateProject } from './use-update-project.ts';

/** The way to the first judgment: what a lead sees of a project until it is open. */
export function SetupChecklist({ project }: { readonly project: Project }) {
  const { members } = useSuspenseQuery(membersQuery(project.id)).data;
  const { invitations } = useSuspenseQuery(invitationsQuery(project.id)).data;
  const judges = (who: { readonly roles: readonly string[] }) => who.roles.includes('annotator');
  const steps = listSetupSteps({
    ...project,
    annotators: members.filter(judges).length,
    invited: invitations.filter(judges).reduce((sum, link) => sum + link.usesLeft, 0),
  });
  const next = steps.find((step) => !step.isDone);
  return (
    <Page width="narrow">
      <PageHeader
        title={say('Set up {name}', { name: project.name })}
        summary={say('{done} of {all} done', {
          done: steps.filter((step) => step.isDone).length,
          all: steps.length,
        })}
      />
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.key} className={styles.step} data-done={step.isDone || undefined}>
            <span className={styles.mark} aria-hidden="true">
              {step.isDone && <Check />}
            </span>
            <div className={styles.words}>
              <h2>
                {step.title}
                <span className="visually-hidden"> ({step.isDone ? say('done') : say('to do')})</span>
              </h2>
              <p>{step.text}</p>
            </div>
            <StepAct step={step} project={project} isNext={step === next} />
          </li>
        ))}
      </ol>
    </Page>
  );
}

interface StepActProps {
  readonly step: SetupStep;
  readonly project: Project;
  readonly isNext: boolean;
}

function StepAct({ step, project, isNext }: StepActProps): ReactNode {
  const params = { projectId: project.id };
  const look = buttonClass({ size: 'small', variant: isNext ? 'primary' : 'plain' });
  switch (step.key) {
    case 'rubric':
      return (
        <Link to="/projects/$projectId/rubric" params={params} className={look}>
          {say('Open the rubric')}
        </Link>
      );
    case 'guidelines':
      return (
        <Link to="/projects/$projectId/guidelines" params={params} className={look}>
          {say('Open the guidelines')}
        </Link>
      );
    case 'items':
      return (
        <div className={styles.acts}>
          <Link to="/projects/$projectId/import" params={params} className={look}>
            {say('Import')}
          </Link>
          {!step.isDone && <ExampleTaskButton project={project} />}
        </div>
      );
    case 'people':
      return (
        <Link to="/projects/$projectId/people" params={params} className={look}>
          {say('Invite')}
        </Link>
      );
    case 'open':
      return step.isDone ? null : <OpenProject project={project} isNext={isNext} />;
  }
}

function OpenProject({ project, isNext }: { readonly project: Project; readonly isNext: boolean }) {
  const open = useUpdateProject(project);
  const start = () =>
    open.mutate(
      { state: 'open' },
      {
        onSuccess: () =>
          showToast(say('{name} is open: annotators are given tasks.', { name: project.name }), {
            tone: 'good',
          }),
      },
    );
  return (
    <div className={styles.open}>
      <Button
        size="small"
        variant={isNext ? 'primary' : 'plain'}
        disabled={project.itemsTotal === 0}
        busy={open.isPending}
        onClick={start}
      >
        {sayAs('verb', 'Open')}
      </Button>
      {open.error !== null && <Notice tone="bad">{errorText(open.error)}</Notice>}
    </div>
  );
}
