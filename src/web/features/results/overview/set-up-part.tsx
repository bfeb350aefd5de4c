import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { listMembers, type Project, updateProject } from '#contract/projects.ts';
import { api } from '#web/session/api.ts';
import { projectQuery } from '#web/session/use-project.ts';
import { Button, buttonClass } from '#web/ui/button.tsx';
import { errorText } from '#web/ui/error-state.tsx';
import { countOf } from '#web/ui/format-number.ts';
import { Notice } from '#web/ui/notice.tsx';
import { Section } from '#web/ui/section.tsx';
import styles from './set-up-part.module.css';
import { listSetUpSteps, type SetUpStep } from './set-up-steps.ts';

/** How many people may judge; undefined until it is known or where one may not see it. */
export function useAnnotatorCount(projectId: string, maySee: boolean): number | undefined {
  const members = useQuery({
    queryKey: ['members', projectId],
    queryFn: ({ signal }) => api.call(listMembers, { params: { projectId }, signal }),
    enabled: maySee,
    select: (data) => data.members.filter(({ roles }) => roles.includes('annotator')).length,
  });
  return members.data;
}

function useOpenProject(project: Project) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.call(updateProject, {
        params: { projectId: project.id },
        body: { revision: project.revision, state: 'open' },
      }),
    onSuccess: (changed) => client.setQueryData(projectQuery(project.id).queryKey, changed),
    onError: () => client.invalidateQueries({ queryKey: projectQuery(project.id).queryKey }),
  });
}

function Step(props: {
  readonly done: boolean;
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly act: ReactNode;
}) {
  return (
    <li className={styles.step} data-done={props.done || undefined}>
      <span className={styles.mark} aria-hidden="true">
        {props.done ? <Check /> : props.number}
      </span>
      <div className={styles.words}>
        <h3>
          {props.title}
          {props.done && <span className="visually-hidden"> (done)</span>}
        </h3>
        <p>{props.text}</p>
      </div>
      {props.act}
    </li>
  );
}

/** The few things that stand between a new project and its first judgment. */
export function SetUpPart({
  project,
  annotators,
}: {
  readonly project: Project;
  readonly annotators: number;
}) {
  const open = useOpenProject(project);
  const steps = listSetUpSteps(project, annotators) ?? [];
  const next = steps.find(({ done }) => !done)?.key;
  const params = { projectId: project.id };
  const look = (key: SetUpStep['key']) => buttonClass({ variant: key === next ? 'primary' : 'plain' });
  const isDone = (key: SetUpStep['key']) => steps.some((step) => step.key === key && step.done);
  return (
    <Section title="Get ready" summary="Three steps until people can judge.">
      {open.error && <Notice tone="bad">{errorText(open.error)}</Notice>}
      <ol className={styles.steps}>
        <Step
          number={1}
          done={isDone('import')}
          title="Import items"
          text={
            project.itemsTotal > 0
              ? `${countOf(project.itemsTotal, 'item')} imported.`
              : 'Prompts with responses, from a JSONL, CSV or Parquet file.'
          }
          act={
            <Link to="/projects/$projectId/import" params={params} className={look('import')}>
              {project.itemsTotal > 0 ? 'Import more' : 'Import'}
            </Link>
          }
        />
        <Step
          number={2}
          done={isDone('invite')}
          title="Invite people"
          text={
            annotators > 0
              ? `${countOf(annotators, 'annotator')} on the project.`
              : 'Send a link to those who judge.'
          }
          act={
            <Link to="/projects/$projectId/people" params={params} className={look('invite')}>
              Invite
            </Link>
          }
        />
        <Step
          number={3}
          done={isDone('open')}
          title="Open the project"
          text="From then on annotators get tasks. You can pause at any time."
          act={
            !isDone('open') && (
              <Button
                variant={next === 'open' ? 'primary' : 'plain'}
                busy={open.isPending}
                disabled={project.itemsTotal === 0}
                onClick={() => open.mutate()}
              >
                Open
              </Button>
            )
          }
        />
      </ol>
    </Section>
  );
}
