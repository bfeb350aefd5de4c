import { type FormEvent, useReducer } from 'react';
import { isRefused } from '#client/call-errors.ts';
import type { Project } from '#contract/projects.ts';
import { say } from '#web/messages/say.ts';
import { refusalsByField } from '#web/session/refusals-by-field.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { NumberField } from '#web/ui/number-field.tsx';
import { Section } from '#web/ui/section.tsx';
import { Row, Stack } from '#web/ui/stack.tsx';
import { TextArea, TextField } from '#web/ui/text-field.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { describeTiming } from './new-project-form.ts';
import {
  changedFields,
  checkSettings,
  describeOverlapChange,
  rebaseSettings,
  type SettingsForm,
  settingsOf,
  settingsRequest,
} from './settings-changes.ts';
import { TimingFields } from './timing-fields.tsx';
import { useUpdateProject } from './use-update-project.ts';

interface Editing {
  /** The settings that the changes were made on. */
  readonly start: SettingsForm;
  readonly form: SettingsForm;
}

type EditingEvent =
  | { readonly kind: 'change'; readonly part: Partial<SettingsForm> }
  | { readonly kind: 'follow'; readonly now: SettingsForm }
  | { readonly kind: 'reset'; readonly now: SettingsForm };

function reduceEditing({ start, form }: Editing, event: EditingEvent): Editing {
  if (event.kind === 'change') return { start, form: { ...form, ...event.part } };
  if (event.kind === 'reset') return { start: event.now, form: event.now };
  return { start: event.now, form: rebaseSettings(start, form, event.now) };
}

/** Name, words and numbers of a project. Somebody else's change is taken in, own changes stay. */
export function SettingsFields({ project }: { readonly project: Project }) {
  const update = useUpdateProject(project);
  const now = settingsOf(project);
  const [{ start, form }, send] = useReducer(reduceEditing, { start: now, form: now });
  const problems = checkSettings(form);
  const changed = changedFields(start, form);
  const refused = refusalsByField(update.error, ['name', 'description', 'instructions']);
  const wasOvertaken = isRefused(update.error, 'stale_revision');
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (changed.length === 0 || Object.keys(problems).length > 0 || update.isPending) return;
    update.mutate(settingsRequest(start, form), {
      onSuccess: (saved) => {
        send({ kind: 'reset', now: settingsOf(saved) });
        showToast(say('Settings saved.'), { tone: 'good' });
      },
    });
  };
  const change = (part: Partial<SettingsForm>) => send({ kind: 'change', part });
  return (
    <Section title={say('Details')}>
      <form onSubmit={save} noValidate>
        <Stack gap={4}>
          <WordFields form={form} problems={{ ...refused.at, ...problems }} onChange={change} />
          <TimingFields
            values={form}
            problems={problems}
            onChange={(field, value) => change({ [field]: value })}
          />
          <NumberField
            label={say('Judgments asked of each person a day')}
            hint={say('Shown to annotators as a thin line. 0 asks for no number.')}
            value={form.targetPerDay}
            min={0}
            max={10_000}
            error={problems.targetPerDay}
            onChange={(targetPerDay) => change({ targetPerDay })}
          />
          <Notice>
            {describeTiming(form)} {describeOverlapChange(start.overlap, form.overlap)}
          </Notice>
          {wasOvertaken && <Overtaken onKeep={() => send({ kind: 'follow', now })} />}
          {refused.notice !== undefined && !wasOvertaken && <Notice tone="bad">{refused.notice}</Notice>}
          <Row>
            <Button type="submit" variant="primary" disabled={changed.length === 0} busy={update.isPending}>
              {say('Save')}
            </Button>
            {changed.length > 0 && (
              <Button variant="quiet" onClick={() => send({ kind: 'reset', now })}>
                {say('Discard changes')}
              </Button>
            )}
          </Row>
        </Stack>
      </form>
    </Section>
  );
}

function Overtaken({ onKeep }: { readonly onKeep: () => void }) {
  return (
    <Notice
      tone="warn"
      action={
        <Button size="small" onClick={onKeep}>
          {say('Put mine on top')}
        </Button>
      }
    >
      {say('Somebody else saved settings meanwhile. Theirs are kept; your changes can go on top of them.')}
    </Notice>
  );
}

interface WordFieldsProps {
  readonly form: SettingsForm;
  readonly problems: Partial<Readonly<Record<'name' | 'description' | 'instructions', string | undefined>>>;
  readonly onChange: (part: Partial<SettingsForm>) => void;
}

function WordFields({ form, problems, onChange }: WordFieldsProps) {
  return (
    <>
      <TextField
        label={say('Name')}
        value={form.name}
        maxLength={120}
        autoComplete="off"
        error={problems.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <TextField
        label={say('Description')}
        optional
        value={form.description}
        maxLength={2_000}
        hint={say('What the project is about. Everybody on it sees this.')}
        error={problems.description}
        onChange={(event) => onChange({ description: event.target.value })}
      />
      <TextArea
        label={say('Instructions')}
        optional
        value={form.instructions}
        maxLength={8_000}
        hint={say('Shown to annotators before their first task. Markdown.')}
        error={problems.instructions}
        onChange={(event) => onChange({ instructions: event.target.value })}
      />
    </>
  );
}
