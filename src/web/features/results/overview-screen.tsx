import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Project } from '#contract/projects.ts';
import { say } from '#web/messages/say.ts';
import { useProject } from '#web/session/use-project.ts';
import { useCan } from '#web/session/use-session.ts';
import { buttonClass } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { LiveDot } from '#web/ui/live-dot.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { AgreementPart } from './overview/agreement-part.tsx';
import { AnnotatorPage } from './overview/annotator-page.tsx';
import { forecastDone } from './overview/forecast.ts';
import { NeedList } from './overview/need-list.tsx';
import { listNeeds, type Progress } from './overview/needs.ts';
import { PeoplePart } from './overview/people-part.tsx';
import { ProgressPart } from './overview/progress-part.tsx';
import { useLiveResults } from './overview/use-live-results.ts';
import { agreementQuery, progressQuery, reviewPlanQuery } from './results-queries.ts';

function AtWork({ project, progress }: { readonly project: Project; readonly progress: Progress }) {
  const can = useCan();
  const agreement = useQuery(agreementQuery(project.id));
  const review = useQuery({ ...reviewPlanQuery(project.id), enabled: can('review', project.roles) });
  const now = new Date();
  const { judgmentsTotal: done, judgmentsWanted: wanted, perDay } = progress;
  const forecast = forecastDone({ done, wanted, perDay, now });
  const criteria = agreement.data?.criteria ?? [];
  const reviewsWaiting = review.data?.waiting ?? 0;
  const needs = listNeeds({ project, progress, criteria, reviewsWaiting, forecast });
  return (
    <>
      <Section title={say('What needs you')}>
        <NeedList projectId={project.id} needs={needs} />
      </Section>
      <ProgressPart projectId={project.id} progress={progress} forecast={forecast} now={now} />
      <AgreementPart projectId={project.id} />
      <PeoplePart projectId={project.id} people={progress.people} />
    </>
  );
}

function NothingToJudge({ project }: { readonly project: Project }) {
  const can = useCan();
  const importing = can('import_items', project.roles) && (
    <Link
      to="/projects/$projectId/import"
      params={{ projectId: project.id }}
      className={buttonClass({ variant: 'primary' })}
    >
      {say('Import items')}
    </Link>
  );
  return (
    <EmptyState title={say('There is nothing to judge yet')} action={importing}>
      {say('Progress, agreement and people appear here once items are imported and judged.')}
    </EmptyState>
  );
}

function LeadPage({ project }: { readonly project: Project }) {
  const can = useCan();
  const live = useLiveResults(project.id);
  const progress = useQuery(progressQuery(project.id));
  return (
    <Page>
      <PageHeader
        title={say('Overview')}
        actions={
          <>
            <LiveDot state={live} />
            {project.judgmentsTotal > 0 && can('export_data', project.roles) && (
              <Link
                to="/projects/$projectId/export"
                params={{ projectId: project.id }}
                className={buttonClass()}
              >
                {say('Export')}
              </Link>
            )}
          </>
        }
      />
      {project.itemsTotal === 0 ? (
        <NothingToJudge project={project} />
      ) : (
        <Loaded from={progress} lines={8} title={say('Progress could not be loaded')}>
          {(data) => <AtWork project={project} progress={data} />}
        </Loaded>
      )}
    </Page>
  );
}

/** The front door of a project: what needs the lead and how it goes, or the way to the tasks for those who judge. */
export function OverviewScreen() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId/overview' });
  const project = useProject(projectId);
  const can = useCan();
  return can('see_results', project.roles) ? (
    <LeadPage project={project} />
  ) : (
    <AnnotatorPage project={project} />
  );
}
