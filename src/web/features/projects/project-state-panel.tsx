import type { Project } from '#contract/projects.ts';
import { Button } from '#web/ui/button.tsx';
import { errorText } from '#web/ui/error-state.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Section } from '#web/ui/section.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { showToast } from '#web/ui/toast.tsx';
import styles from './project-state-panel.module.css';
import { stateActs, stateNames } from './state-acts.ts';
import { useUpdateProject } from './use-update-project.ts';

/** The state of the project and what can be done about it, each act with its consequence beside it. */
export function ProjectStatePanel({ project }: { readonly project: Project }) {
  const update = useUpdateProject(project);
  const { name, text } = stateNames[project.state];
  const cannotOpen = project.itemsTotal === 0;
  const act = (to: Project['state']) =>
    update.mutate(
      { state: to },
      {
        onSuccess: () => {
          const undo = { label: 'Undo', onSelect: () => update.mutate({ state: project.state }) };
          showToast(`The project is now ${stateNames[to].name.toLowerCase()}.`, { act: undo });
        },
      },
    );
  return (
    <Section title="State">
      <p className={styles.state}>
        <Tag tone={project.state === 'open' ? 'good' : 'neutral'}>{name}</Tag> {text}
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
              {label}
            </Button>
            <p>
              {to === 'open' && cannotOpen
                ? 'Import items first: there is nothing to judge yet.'
                : consequence}
            </p>
          </li>
        ))}
      </ul>
      {update.error !== null && <Notice tone="bad">{errorText(update.error)}</Notice>}
    </Section>
  );
}
