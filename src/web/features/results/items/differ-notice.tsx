import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ItemSearch, progressQuery, useRubrics } from '#web/features/results/results-queries.ts';
import { say } from '#web/messages/say.ts';
import { useProject } from '#web/session/use-project.ts';
import { buttonClass } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import styles from './item-columns.module.css';

/** Whether the list is narrowed by something that no control of the page shows. */
export function isNarrowed({ differ, differOn, domain }: ItemSearch): boolean {
  return [differ, differOn, domain].some((value) => value !== undefined);
}

/** By what the list of items was narrowed on the way here, and the way back to all. */
export function DifferNotice({
  projectId,
  search,
}: {
  readonly projectId: string;
  readonly search: ItemSearch;
}) {
  return isNarrowed(search) ? <Narrowed projectId={projectId} search={search} /> : null;
}

function Narrowed({ projectId, search }: { readonly projectId: string; readonly search: ItemSearch }) {
  const { differ, differOn, domain } = search;
  const { rubricVersion } = useProject(projectId);
  const progress = useQuery(progressQuery(projectId));
  const [rubric] = useRubrics(projectId, rubricVersion > 0 ? [rubricVersion] : []);
  const label = rubric?.criteria.find(({ key }) => key === differOn)?.label ?? differOn ?? '';
  const [one, other] = (differ ?? '')
    .split(',')
    .map((id) => progress.data?.people.find(({ personId }) => personId === id)?.name ?? say('somebody'));
  const all = (
    <Link to="/projects/$projectId/items" params={{ projectId }} className={buttonClass({ size: 'small' })}>
      {say('Show all items')}
    </Link>
  );
  return (
    <div className={styles.narrowed}>
      <Notice action={all}>
        {differ !== undefined && (
          <p>
            {say('Items that {one} and {other} judged otherwise.', { one: one ?? '', other: other ?? '' })}
          </p>
        )}
        {differOn !== undefined && (
          <p>{say('Items on which people differ about {criterion}.', { criterion: label })}</p>
        )}
        {domain !== undefined && <p>{say('Items of the domain {domain}.', { domain })}</p>}
      </Notice>
    </div>
  );
}
