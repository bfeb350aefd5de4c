import { type FormEvent, useState } from 'react';
import type { Project } from '#contract/projects.ts';
import type { RepeatState } from '#contract/repeats.ts';
import { type RepeatSettings, repeatLimits, usualRepeats } from '#domain/queue/repeats.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { errorText } from '#web/ui/error-state.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { NumberField } from '#web/ui/number-field.tsx';
import { Section } from '#web/ui/section.tsx';
import { Row, Stack } from '#web/ui/stack.tsx';
import { Switch } from '#web/ui/switch.tsx';
import { showToast } from '#web/ui/toast.tsx';
import styles from './timing-fields.module.css';
import { useRepeats, useSetRepeats } from './use-repeats.ts';

/** Whether people get some items a second time, how many, and how far apart. */
export function RepeatsPart({ project }: { readonly project: Project }) {
  const repeats = useRepeats(project.id);
  return (
    <Section
      title={say('Second looks')}
      summary={say(
        'Some tasks come to the same person again, with the responses in reverse order, and look like any other. What they say then is no vote: it shows how steady they are, and whether a place draws them.',
      )}
    >
      <Loaded from={repeats} lines={2}>
        {(state) => <Repeats key={JSON.stringify(state.settings)} projectId={project.id} state={state} />}
      </Loaded>
    </Section>
  );
}

function Repeats({ projectId, state }: { readonly projectId: string; readonly state: RepeatState }) {
  const set = useSetRepeats(projectId);
  const [edited, setEdited] = useState<RepeatSettings | null>(null);
  const { settings } = state;
  const isOn = settings.sharePercent > 0;
  const form = edited ?? settings;
  const turn = (on: boolean) => {
    if (on) setEdited({ ...settings, sharePercent: usualRepeats.sharePercent });
    else if (isOn) set.mutate({ ...settings, sharePercent: 0 }, { onSuccess: () => setEdited(null) });
    else setEdited(null);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!set.isPending)
      set.mutate(form, { onSuccess: () => showToast(say('Settings saved.'), { tone: 'good' }) });
  };
  return (
    <Stack gap={4}>
      <Switch
        label={say('Give some tasks a second time')}
        hint={
          state.isPossible
            ? say(
                'Only under the same version of rubric and guidelines, and never the same one a third time.',
              )
            : say(
                'The rubric must ask which response is better, and nothing that is written or talked through.',
              )
        }
        checked={isOn || edited !== null}
        disabled={set.isPending || (!state.isPossible && !isOn)}
        onChange={(event) => turn(event.target.checked)}
      />
      {set.error !== null && <Notice tone="bad">{errorText(set.error)}</Notice>}
      {(isOn || edited !== null) && (
        <form onSubmit={save} noValidate>
          <Stack gap={4}>
            <Fields form={form} onChange={(part) => setEdited({ ...form, ...part })} />
            {edited !== null && (
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
      {state.given > 0 && (
        <p>
          {say(
            '{given, plural, one {# second look} other {# second looks}} given out so far: {answered, number} answered, {skipped, number} skipped.',
            { given: state.given, answered: state.answered, skipped: state.skipped },
          )}
        </p>
      )}
    </Stack>
  );
}

const bounded = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

function Fields({
  form,
  onChange,
}: {
  readonly form: RepeatSettings;
  readonly onChange: (part: Partial<RepeatSettings>) => void;
}) {
  const { sharePercent, leastTasks, leastHours } = repeatLimits;
  return (
    <div className={styles.fields}>
      <NumberField
        label={say('Percent of all tasks')}
        value={form.sharePercent}
        min={1}
        max={sharePercent}
        onChange={(value) => onChange({ sharePercent: bounded(value, 1, sharePercent) })}
      />
      <NumberField
        label={say('Tasks in between, at least')}
        value={form.leastTasks}
        min={leastTasks.least}
        max={leastTasks.most}
        onChange={(value) => onChange({ leastTasks: bounded(value, leastTasks.least, leastTasks.most) })}
      />
      <NumberField
        label={say('Hours in between, at least')}
        value={form.leastHours}
        min={0}
        max={leastHours}
        onChange={(value) => onChange({ leastHours: bounded(value, 0, leastHours) })}
      />
    </div>
  );
}
