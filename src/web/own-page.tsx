import { useParams } from '@tanstack/react-router';
import { OwnQualityScreen } from '#web/features/people-quality/own-screen.tsx';
import { OwnStandingPart } from '#web/features/thresholds/own-standing-part.tsx';

/** An annotator's own work: what rules did to it, then the figures. */
export function OwnPage() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId/my-work' });
  return <OwnQualityScreen before={<OwnStandingPart projectId={projectId} />} />;
}
