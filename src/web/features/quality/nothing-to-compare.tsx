import { Link } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { useProject } from '#web/session/use-project.ts';
import { useCan } from '#web/session/use-session.ts';
import { buttonClass } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import type { Report } from './quality-query.ts';

interface Obstacle {
  readonly title: string;
  readonly remedy: string;
  readonly to?: 'people' | 'settings' | 'rubric';
  readonly act?: string;
}

function obstacleOf({ judgments, annotators, criteria }: Report, overlap: number): Obstacle {
  if (judgments === 0)
    return {
      title: say('Nobody has judged yet'),
      remedy: say('Agreement appears here as soon as two people have judged the same items.'),
    };
  if (criteria.length === 0)
    return {
      title: say('Nothing that this rubric asks can be compared'),
      remedy: say(
        'Texts, marks, regions and chats have no agreement. A preference, a rating or a choice would.',
      ),
      to: 'rubric',
      act: say('Open the rubric'),
    };
  if (annotators < 2)
    return {
      title: say('One person has judged so far'),
      remedy: say('Agreement needs at least two people on the same items. Invite another one.'),
      to: 'people',
      act: say('Invite people'),
    };
  if (overlap < 2)
    return {
      title: say('No item was judged by two people'),
      remedy: say('Each item is given to one person only. Agreement needs an overlap of two or more.'),
      to: 'settings',
      act: say('Open settings'),
    };
  return {
    title: say('No item was judged by two people yet'),
    remedy: say('It will be as the work goes on: each item is given to {overlap, number} people.', {
      overlap,
    }),
  };
}

/** Why there is no agreement to show, and what would make it computable. */
export function NothingToCompare({
  projectId,
  report,
}: {
  readonly projectId: string;
  readonly report: Report;
}) {
  const { overlap, roles } = useProject(projectId);
  const can = useCan();
  const { title, remedy, to, act } = obstacleOf(report, overlap);
  const action = to !== undefined && can('manage_project', roles) && (
    <Link
      to={`/projects/$projectId/${to}`}
      params={{ projectId }}
      className={buttonClass({ variant: 'primary' })}
    >
      {act}
    </Link>
  );
  return (
    <EmptyState title={title} action={action}>
      {remedy}
    </EmptyState>
  );
}
