import type { Project } from '#contract/projects.ts';
import { flagKinds } from '#domain/queue/assignment.ts';
import { say } from '#web/messages/say.ts';
import { nameReason } from '#web/session/flag-names.ts';
import { errorText } from '#web/ui/error-state.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Section } from '#web/ui/section.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { Switch } from '#web/ui/switch.tsx';
import { useUpdateProject } from './use-update-project.ts';

/** Which kinds of flags take their item out of the queue; each switch counts at once. */
export function FlagPolicyPart({ project }: { readonly project: Project }) {
  const update = useUpdateProject(project);
  const { hold } = update.isPending
    ? (update.variables.flagPolicy ?? project.flagPolicy)
    : project.flagPolicy;
  const change = (kind: (typeof flagKinds)[number], isHeld: boolean) => {
    if (update.isPending) return;
    const others = hold.filter((each) => each !== kind);
    update.mutate({ flagPolicy: { hold: isHeld ? [...others, kind] : others } });
  };
  return (
    <Section
      title={say('Flags that hold an item')}
      summary={say(
        'A flag of these kinds takes its item out of the queue at once. Nobody new gets it until somebody puts it back, under Questions.',
      )}
    >
      <Stack gap={2}>
        {flagKinds.map((kind) => (
          <Switch
            key={kind}
            label={nameReason(kind)}
            checked={hold.includes(kind)}
            onChange={(event) => change(kind, event.target.checked)}
          />
        ))}
        {update.error !== null && <Notice tone="bad">{errorText(update.error)}</Notice>}
      </Stack>
    </Section>
  );
}
