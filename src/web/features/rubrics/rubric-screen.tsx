import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ComponentType, startTransition, useDeferredValue, useState } from 'react';
import { useProject } from '#web/session/use-project.ts';
import { useCan } from '#web/session/use-session.ts';
import type { JudgingPreviewProps } from './preview-item.ts';
import { PublishedRubric } from './published-rubric.tsx';
import { RubricDesigner } from './rubric-designer.tsx';
import { rubricQuery, rubricVersionsQuery } from './rubric-queries.ts';
import { VersionsDialog } from './versions-dialog.tsx';

interface RubricScreenProps {
  /** The judging screen, handed in by the routes: features do not know each other. */
  readonly JudgingPreview: ComponentType<JudgingPreviewProps>;
}

/** The rubric of a project: to be edited by leads, to be read by everybody else. */
export function RubricScreen({ JudgingPreview }: RubricScreenProps) {
  const { projectId } = useParams({ from: '/shell/projects/$projectId' });
  const project = useProject(projectId);
  const can = useCan();
  const { data: versions } = useSuspenseQuery(rubricVersionsQuery(projectId));
  // A version that somebody publishes meanwhile is read before it is shown, so that the page never blinks.
  const newest = useDeferredValue(versions[0]);
  if (newest === undefined) throw new Error('This project has no rubric');
  const { data: rubric } = useSuspenseQuery(rubricQuery(projectId, newest.version));
  const [shown, setShown] = useState<number | null>(null);
  const [isListing, setListing] = useState(false);
  const show = (version: number | null) => startTransition(() => setShown(version));
  const canEdit = can('manage_project', project.roles);
  return (
    <>
      {shown !== null || !canEdit ? (
        <PublishedRubric
          projectId={projectId}
          facts={versions.find(({ version }) => version === shown) ?? newest}
          newest={newest.version}
          templateKey={project.templateKey}
          JudgingPreview={JudgingPreview}
          onShowVersions={() => setListing(true)}
          onBack={canEdit ? () => show(null) : undefined}
        />
      ) : (
        <RubricDesigner
          key={projectId}
          project={project}
          published={{ rubric, version: newest.version, facts: newest }}
          JudgingPreview={JudgingPreview}
          onShowVersions={() => setListing(true)}
        />
      )}
      {isListing && <VersionsDialog projectId={projectId} onClose={() => setListing(false)} onShow={show} />}
    </>
  );
}
