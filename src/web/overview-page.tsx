import { SetupChecklist } from '#web/features/projects/setup-checklist.tsx';
import { OverviewScreen } from '#web/features/results/overview-screen.tsx';

/** The overview of a project; until it is set up, the way there stands above it. */
export function OverviewPage() {
  return (
    <>
      <SetupChecklist />
      <OverviewScreen />
    </>
  );
}
