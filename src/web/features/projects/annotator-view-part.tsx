import type { Project } from '#contract/projects.ts';
import { annotatorViews } from '#domain/people-quality/own-view.ts';
import { type Message, message, say } from '#web/messages/say.ts';
import { errorText } from '#web/ui/error-state.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Section } from '#web/ui/section.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { useUpdateProject } from './use-update-project.ts';

const words: Readonly<Record<(typeof annotatorViews)[number], Message>> = {
  nothing: message('Nothing'),
  speed: message('Speed and consistency with themselves'),
  all: message('Everything about themselves, nobody else’s names'),
};

/** What annotators see of the report on their own work; counts at once. */
export function AnnotatorViewPart({ project }: { readonly project: Project }) {
  const update = useUpdateProject(project);
  const shown = update.isPending
    ? (update.variables.annotatorSees ?? project.annotatorSees)
    : project.annotatorSees;
  const choose = (value: string) => {
    const annotatorSees = annotatorViews.find((view) => view === value);
    if (annotatorSees && annotatorSees !== shown && !update.isPending) update.mutate({ annotatorSees });
  };
  return (
    <Section
      title={say('What annotators see of their own work')}
      summary={say(
        'Agreement is shown only of what can no longer be changed, so that nobody learns what others said.',
      )}
    >
      <Stack gap={2}>
        <SelectField
          label={say('Annotators see')}
          value={shown}
          options={annotatorViews.map((view) => ({ value: view, label: say(words[view]) }))}
          onChange={choose}
        />
        {update.error !== null && <Notice tone="bad">{errorText(update.error)}</Notice>}
      </Stack>
    </Section>
  );
}
