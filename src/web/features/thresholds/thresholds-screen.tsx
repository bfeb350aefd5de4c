import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { Say } from '#web/messages/say-element.tsx';
import { Button } from '#web/ui/button.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { FiringsPart } from './firings-part.tsx';
import { RulesPart } from './rules-part.tsx';
import { thresholdsQuery } from './thresholds-queries.ts';
import { TiersPart } from './tiers-part.tsx';
import { useThresholdActs } from './use-threshold-acts.ts';

/** Rules that act on people, and what they did. */
export function ThresholdsScreen() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId/thresholds' });
  const thresholds = useQuery(thresholdsQuery(projectId));
  const { apply } = useThresholdActs(projectId);
  const computedAt = thresholds.data?.computedAt;
  return (
    <Page>
      <PageHeader
        title={say('Thresholds')}
        summary={
          computedAt && (
            <Say
              text="Figures on people were computed {when}."
              values={{ when: <RelativeTime at={computedAt} /> }}
            />
          )
        }
        actions={
          <Button disabled={apply.isPending} onClick={() => apply.mutate()}>
            {say('Apply the rules now')}
          </Button>
        }
      />
      <Loaded from={thresholds} lines={8} title={say('The rules could not be loaded')}>
        {({ rules, people }) => (
          <>
            <RulesPart projectId={projectId} rules={rules} />
            <FiringsPart projectId={projectId} />
            <TiersPart projectId={projectId} people={people} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
