import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { Say } from '#web/messages/say-element.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ClosenessPart } from './closeness-part.tsx';
import { CriteriaPart } from './criteria-part.tsx';
import { NewsLine } from './news-line.tsx';
import { NothingToCompare } from './nothing-to-compare.tsx';
import { PeopleMatrix } from './people-matrix.tsx';
import { PeoplePart } from './people-part.tsx';
import styles from './quality.module.css';
import { type CriterionQuality, qualityQuery, type Report } from './quality-query.ts';
import { SlicesPart } from './slices-part.tsx';
import { WeakestList } from './weakest-list.tsx';
import { WeeksPart } from './weeks-part.tsx';

function Summary({ report, computedAt }: { readonly report: Report; readonly computedAt: string }) {
  const { judgments, items, annotators, sharedItems, comparedItems } = report;
  return (
    <Say
      text="From {judgments, plural, one {# judgment} other {# judgments}} of {items, plural, one {# item} other {# items}} by {annotators, plural, one {# person} other {# people}}; {compared, plural, one {# item} other {# items}} judged by two or more compared{sampled, select, yes {, a fixed sample of {shared, number}} other {}}. Computed {when}."
      values={{
        judgments,
        items,
        annotators,
        compared: comparedItems,
        shared: sharedItems,
        sampled: comparedItems < sharedItems ? 'yes' : 'no',
        when: <RelativeTime at={computedAt} />,
      }}
    />
  );
}

/** The parts that look at one criterion, which the address names. */
function OneCriterion({ projectId, report }: { readonly projectId: string; readonly report: Report }) {
  const { criterion: asked } = useSearch({ from: '/shell/projects/$projectId/quality' });
  const navigate = useNavigate({ from: '/projects/$projectId/quality' });
  const find = (key: string | null | undefined) => report.criteria.find((one) => one.key === key);
  const criterion: CriterionQuality | undefined = find(asked) ?? find(report.mainKey);
  if (criterion === undefined) return null;
  return (
    <div className={styles.block}>
      {report.criteria.length > 1 && (
        <div className={styles.choice}>
          <SelectField
            label={say('Criterion looked at below')}
            value={criterion.key}
            options={report.criteria.map(({ key, label }) => ({ value: key, label }))}
            onChange={(key) =>
              void navigate({ search: { criterion: key }, replace: true, resetScroll: false })
            }
          />
        </div>
      )}
      <WeeksPart projectId={projectId} criterion={criterion} marks={report.marks} />
      <SlicesPart projectId={projectId} criterion={criterion} />
    </div>
  );
}

function Findings({ projectId, report }: { readonly projectId: string; readonly report: Report }) {
  const labelOf = (key: string | null) => report.criteria.find((one) => one.key === key)?.label ?? '';
  const main = labelOf(report.mainKey);
  if (report.sharedItems === 0 || report.criteria.length === 0)
    return (
      <>
        <NothingToCompare projectId={projectId} report={report} />
        {report.weakest.section !== null && <WeakestList projectId={projectId} weakest={report.weakest} />}
      </>
    );
  return (
    <>
      <WeakestList projectId={projectId} weakest={report.weakest} />
      <div className={styles.columns}>
        <div>
          <CriteriaPart projectId={projectId} criteria={report.criteria} />
          {report.closeness && (
            <ClosenessPart closeness={report.closeness} criterion={labelOf(report.closeness.criterionKey)} />
          )}
        </div>
        <div>
          <PeopleMatrix
            projectId={projectId}
            matrix={report.matrix}
            criterion={main}
            isOrdered={report.criteria.find(({ key }) => key === report.mainKey)?.metric !== 'nominal'}
          />
          <PeoplePart projectId={projectId} people={report.people} criterion={main} />
        </div>
      </div>
      <OneCriterion projectId={projectId} report={report} />
    </>
  );
}

/** How far people agree, where they do not, and what to do about it. */
export function QualityScreen() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId/quality' });
  const quality = useQuery(qualityQuery(projectId));
  const kept = quality.data?.kept;
  return (
    <Page width="full">
      <PageHeader
        title={say('Quality')}
        summary={kept && <Summary report={kept.report} computedAt={kept.computedAt} />}
      />
      <Loaded from={quality} lines={8} title={say('The report could not be loaded')}>
        {(state) => (
          <>
            <NewsLine projectId={projectId} state={state} />
            {state.kept ? (
              <Findings projectId={projectId} report={state.kept.report} />
            ) : (
              <Skeleton lines={8} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
