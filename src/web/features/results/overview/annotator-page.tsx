import { Link } from '@tanstack/react-router';
import type { Project } from '#contract/projects.ts';
import { type Message, message, say } from '#web/messages/say.ts';
import { buttonClass } from '#web/ui/button.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { Row } from '#web/ui/stack.tsx';
import { OwnAnswers } from './own-answers.tsx';

const closedWords: Readonly<Record<Exclude<Project['state'], 'open'>, Message>> = {
  draft: message('The project is still being prepared. Tasks come when the lead opens it.'),
  paused: message('The project is paused. Tasks come again when the lead opens it.'),
  closed: message('The project is closed. Thank you for your work.'),
};

/** What somebody who judges meets at the front door of a project. */
export function AnnotatorPage({ project }: { readonly project: Project }) {
  const params = { projectId: project.id };
  const guidelines = (
    <Link to="/projects/$projectId/guidelines" params={params} className={buttonClass({ size: 'large' })}>
      {say('Read the guidelines')}
    </Link>
  );
  const start = (
    <Link
      to="/projects/$projectId/judge"
      params={params}
      className={buttonClass({ variant: 'primary', size: 'large' })}
    >
      {say('Start judging')}
    </Link>
  );
  return (
    <Page width="narrow">
      <PageHeader
        title={project.name}
        summary={
          <>
            {project.state !== 'open' && <p>{say(closedWords[project.state])}</p>}
            {project.description !== '' && <p>{project.description}</p>}
          </>
        }
      />
      <Row>
        {project.state === 'open' && start}
        {guidelines}
      </Row>
      <OwnAnswers projectId={project.id} />
    </Page>
  );
}
