import { type FormEvent, useState } from 'react';
import type { OverlapState } from '#contract/overlap.ts';
import type { Project } from '#contract/projects.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { errorText } from '#web/ui/error-state.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Section } from '#web/ui/section.tsx';
import { Row, Stack } from '#web/ui/stack.tsx';
import { Switch } from '#web/ui/switch.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { AdaptiveFields } from './adaptive-fields.tsx';
import { adaptiveFormOf, adaptiveSettings, checkAdaptive } from './adaptive-form.ts';
import { AdaptiveOutcome } from './adaptive-outcome.tsx';
import { useOverlap, useSetOverlap } from './use-overlap.ts';

/** Whether answers decide how many judgments an item gets, in which bounds, and what came of it. */
export function AdaptivePart({ project }: { readonly project: Project }) {
  const overlap = useOverlap(project.id);
  return (
    <Section
      title={say('Judgments by need')}
      summary={say(
        'Items on which people agree are done early; the judgments that this saves go to those on which they do not.',
      )}
    >
      <Loaded from={overlap} lines={2}>
        {(state) => <Adaptive key={JSON.stringify(state.settings)} project={project} state={state} />}
      </Loaded>
    </Section>
  );
}

function Adaptive({ project, state }: { readonly project: Project; readonly state: OverlapState }) {
  const set = useSetOverlap(project.id);
  const start = adaptiveFormOf(state.settings, project.overlap);
  const [edited, setEdited] = useState<typeof start | null>(null);
  const isOn = state.settings !== null;
  const isOpen = isOn || edited !== null;
  const form = edited ?? start;
  const problems = checkAdaptive(form, project.overlap);
  const hasChanged = !isOn || JSON.stringify(form) !== JSON.stringify(start);
  const turn = (on: boolean) => {
    if (on) setEdited(start);
    else if (isOn) set.mutate(null, { onSuccess: () => setEdited(null) });
    else setEdited(null);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(problems).length > 0 || set.isPending) return;
    set.mutate(adaptiveSettings(form), {
      onSuccess: () => showToast(say('Settings saved.'), { tone: 'good' }),
    });
  };
  return (
    <Stack gap={4}>
      <Switch
        label={say('Let answers decide how many judgments an item gets')}
        hint={
          state.decidingLabel === null
            ? say('The rubric needs an overall preference or ranking, or a choice about the task.')
            : say('Decided by “{criterion}”.', { criterion: state.decidingLabel })
        }
        checked={isOpen}
        disabled={set.isPending || (state.decidingLabel === null && !isOn)}
        onChange={(event) => turn(event.target.checked)}
      />
      {set.error !== null && <Notice tone="bad">{errorText(set.error)}</Notice>}
      {isOpen && (
        <form onSubmit={save} noValidate>
          <Stack gap={4}>
            <AdaptiveFields
              form={form}
              problems={problems}
              overlap={project.overlap}
              onChange={(part) => setEdited({ ...form, ...part })}
            />
            {hasChanged && (
              <Row>
                <Button type="submit" variant="primary" busy={set.isPending}>
                  {say('Save')}
                </Button>
                <Button variant="quiet" onClick={() => setEdited(null)}>
                  {say('Discard changes')}
                </Button>
              </Row>
            )}
          </Stack>
        </form>
      )}
      {isOn && <AdaptiveOutcome projectId={project.id} state={state} />}
    </Stack>
  );
}
