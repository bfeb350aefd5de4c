import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useReducer, useState } from 'react';
import { createProject } from '#contract/projects.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { refusalsByField } from '#web/session/refusals-by-field.ts';
import { projectQuery, projectsQuery } from '#web/session/use-project.ts';
import { useCan } from '#web/session/use-session.ts';
import { Button } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { NewProjectFields } from './new-project-fields.tsx';
import { checkProjectForm, type NewProjectForm, projectRequest, usualSettings } from './new-project-form.ts';
import styles from './new-project-screen.module.css';
import { templatesQuery } from './project-queries.ts';
import { TemplateChoice } from './template-choice.tsx';

function useCreateProject() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (form: NewProjectForm) => api.call(createProject, { body: projectRequest(form) }),
    onSuccess: (project) => {
      queries.setQueryData(projectQuery(project.id).queryKey, project);
      void queries.invalidateQueries(projectsQuery);
      return navigate({ to: '/projects/$projectId/overview', params: { projectId: project.id } });
    },
  });
}

/** Template, name, and three numbers with usual values: a project in under a minute. */
export function NewProjectScreen() {
  const { data: templates } = useSuspenseQuery(templatesQuery);
  const can = useCan();
  const create = useCreateProject();
  const [wasSent, setSent] = useState(false);
  const [form, change] = useReducer(
    (old: NewProjectForm, part: Partial<NewProjectForm>): NewProjectForm => ({ ...old, ...part }),
    { ...usualSettings, name: '', templateKey: templates[0]?.key ?? '' },
  );
  const problems = checkProjectForm(form);
  const refused = refusalsByField(create.error, ['name']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (Object.keys(problems).length === 0 && !create.isPending) create.mutate(form);
  };
  if (!can('create_project')) {
    return (
      <Page>
        <EmptyState title={say('Your role does not include new projects')}>
          {say('An owner of this deployment can make you a lead.')}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader title={say('New project')} />
      <form className={styles.form} onSubmit={send} noValidate>
        <NewProjectFields
          form={form}
          problems={{ ...problems, name: (wasSent ? problems.name : undefined) ?? refused.at.name }}
          onChange={change}
        />
        <TemplateChoice
          templates={templates.map((template) => ({ ...template, rubric: template.rubric as Rubric }))}
          value={form.templateKey}
          onChange={(templateKey) => change({ templateKey })}
        />
        {refused.notice !== undefined && <Notice tone="bad">{refused.notice}</Notice>}
        <footer className={styles.footer}>
          <Button type="submit" variant="primary" size="large" busy={create.isPending}>
            {say('Create the project')}
          </Button>
          <p>{say('It starts as a draft: nobody is given tasks until you open it.')}</p>
        </footer>
      </form>
    </Page>
  );
}
