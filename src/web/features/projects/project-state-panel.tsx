import type { Project } from '#contract/projects.ts';
import { say } from '#web/messages/say.ts';
import { nameState } from '#web/session/state-names.ts';
import { Button } from '#web/ui/button.tsx';
import { errorText } from '#web/ui/error-state.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Section } from '#web/ui/section.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { showToast } from '#web/ui/toast.tsx';
import styles from './project-state-panel.module.css';
import { stateActs, stateTexts } from './state-acts.ts';
import { useUpdateProject } from './use-update-project.ts';

/** The state of the project and what can be done about it, each act with its consequence beside it. */
export function ProjectStatePanel({ project }: { readonly project: Project }) {
  const update = useUpdateProject(project);
  const cannotOpen = project.itemsTotal === 0;
  const act = (to: Project['state']) =>
    update.mutate(
      { state: to },
      {
        onSuccess: () => {
          const undo = { label: say('Undo'), onSelect: () => update.mutate({ state: project.state }) };
          showToast(say('State of the project: {state}.', { state: nameState(to) }), { act: undo });
        },
      },
    );
  return (
    <Section title={say('State')}>
      <p className={styles.state}>
        <Tag tone={project.state === 'open' ? 'good' : 'neutral'}>{nameState(project.state)}</Tag>{' '}
        {say(stateTexts[project.state])}
      </p>
      <ul className={styles.acts}>
        {stateActs[project.state].map(({ to, label, consequence, isMain }) => (
          <li key={to}>
            <Button
              variant={isMain ? 'primary' : 'plain'}
              disabled={to === 'open' && cannotOpen}
              busy={update.isPending && update.variables?.state === to}
              onClick={() => act(to)}
            >
              {say(label)}
            </Button>
            <p>
              {to === 'open' && cannotOpen
                ? say('Import items first: there is nothing to judge yet.')
                : say(consequence)}
            </p>
          </li>
        ))}
      </ul>
      {update.error !== null && <Notice tone="bad">{errorText(update.error)}</Notice>}
    </Section>
  );
}
