import { useParams } from '@tanstack/react-router';
import { JudgeScreen } from '#web/features/judging/judge-screen.tsx';
import { UnseenNotice } from '#web/features/thresholds/unseen-notice.tsx';

/** The judging screen, above which somebody is told once what a rule did to their work. */
export function JudgePage() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId/judge' });
  return (
    <>
      <JudgeScreen />
      <UnseenNotice projectId={projectId} />
    </>
  );
}
