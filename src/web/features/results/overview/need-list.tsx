import { Link } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { buttonClass } from '#web/ui/button.tsx';
import styles from './need-list.module.css';
import type { Need } from './needs.ts';

const look = buttonClass({ size: 'small' });

function ActLink({ projectId, need }: { readonly projectId: string; readonly need: Need }) {
  const params = { projectId };
  const { act, actLabel } = need;
  const shared = { params, className: look, children: actLabel };
  switch (act.to) {
    case 'judgments_of':
      return <Link {...shared} to="/projects/$projectId/judgments" search={{ annotatorId: act.personId }} />;
    case 'judged_items':
      return <Link {...shared} to="/projects/$projectId/items" search={{ state: 'done' }} />;
    default:
      return <Link {...shared} to={`/projects/$projectId/${act.to}`} />;
  }
}

/** What asks for the lead, most urgent first: each with its evidence and its act. */
export function NeedList({
  projectId,
  needs,
}: {
  readonly projectId: string;
  readonly needs: readonly Need[];
}) {
  if (needs.length === 0) return <p className={styles.nothing}>{say('Nothing. The work goes its way.')}</p>;
  return (
    <ol className={styles.needs}>
      {needs.map((need) => (
        <li key={need.key} className={styles.need}>
          <div className={styles.words}>
            <h3>{need.title}</h3>
            <p>{need.evidence}</p>
          </div>
          <ActLink projectId={projectId} need={need} />
        </li>
      ))}
    </ol>
  );
}
