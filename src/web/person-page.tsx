import { useParams } from '@tanstack/react-router';
import { PersonQualityScreen } from '#web/features/people-quality/person-screen.tsx';
import { FiringsPart } from '#web/features/thresholds/firings-part.tsx';
import { Page } from '#web/ui/page-header.tsx';

/** One annotator, and what rules did to their work. */
export function PersonPage() {
  const { projectId, personId } = useParams({ from: '/shell/projects/$projectId/quality/people/$personId' });
  return (
    <>
      <PersonQualityScreen />
      <Page width="full">
        <FiringsPart projectId={projectId} personId={personId} isQuiet />
      </Page>
    </>
  );
}
