import { useParams } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { useProject } from '#web/session/use-project.ts';
import { useCan } from '#web/session/use-session.ts';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { AdaptivePart } from './adaptive-part.tsx';
import { AnnotatorViewPart } from './annotator-view-part.tsx';
import { DeleteProject } from './delete-project.tsx';
import { FlagPolicyPart } from './flag-policy-part.tsx';
import { ProjectStatePanel } from './project-state-panel.tsx';
import { RepeatsPart } from './repeats-part.tsx';
import { SettingsFields } from './settings-fields.tsx';

/** What a lead can set after the project was created, and the acts on the project as a whole. */
export function ProjectSettingsScreen() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId' });
  const project = useProject(projectId);
  const can = useCan();
  return (
    <Page width="narrow">
      <PageHeader title={say('Settings')} />
      <ProjectStatePanel project={project} />
      <SettingsFields key={project.id} project={project} />
      <AdaptivePart project={project} />
      <RepeatsPart project={project} />
      <FlagPolicyPart project={project} />
      <AnnotatorViewPart project={project} />
      {can('delete_project', project.roles) && <DeleteProject project={project} />}
    </Page>
  );
}
