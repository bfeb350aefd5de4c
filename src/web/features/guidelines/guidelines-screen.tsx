import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { startTransition, useDeferredValue, useState } from 'react';
import { say } from '#web/messages/say.ts';
import { useProject } from '#web/session/use-project.ts';
import { useCan } from '#web/session/use-session.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { VersionList } from '#web/ui/version-list.tsx';
import { guidelinesQuery, guidelineVersionsQuery } from './guideline-queries.ts';
import { GuidelinesDesigner } from './guidelines-designer.tsx';
import { PublishedGuidelines } from './published-guidelines.tsx';

/** The guidelines of a project: to be written by leads, to be read by everybody else. */
export function GuidelinesScreen() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId' });
  const project = useProject(projectId);
  const can = useCan();
  const { data: versions } = useSuspenseQuery(guidelineVersionsQuery(projectId));
  // A version that somebody publishes meanwhile is read before it is shown, so that the page never blinks.
  const newest = useDeferredValue(versions[0]);
  if (newest === undefined) throw new Error('This project has no guidelines');
  const { data: markdown } = useSuspenseQuery(guidelinesQuery(projectId, newest.version));
  const [shown, setShown] = useState<number | null>(null);
  const [isListing, setListing] = useState(false);
  const show = (version: number | null) => startTransition(() => setShown(version));
  const canEdit = can('manage_project', project.roles);
  return (
    <>
      {shown !== null || !canEdit ? (
        <PublishedGuidelines
          projectId={projectId}
          facts={versions.find(({ version }) => version === shown) ?? newest}
          newest={newest.version}
          onShowVersions={() => setListing(true)}
          onBack={canEdit ? () => show(null) : undefined}
        />
      ) : (
        <GuidelinesDesigner
          key={projectId}
          projectId={projectId}
          published={{ markdown, version: newest.version, facts: newest }}
          onShowVersions={() => setListing(true)}
        />
      )}
      {isListing && (
        <Dialog open onClose={() => setListing(false)} title={say('Versions of the guidelines')} width={520}>
          <VersionList
            label={say('Versions of the guidelines')}
            versions={versions}
            onShow={(version) => {
              show(version);
              setListing(false);
            }}
          />
        </Dialog>
      )}
    </>
  );
}
