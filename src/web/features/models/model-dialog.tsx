import { type FormEvent, useId, useState } from 'react';
import type { ModelEndpoint } from '#contract/models.ts';
import { say } from '#web/messages/say.ts';
import { refusalsByField } from '#web/session/refusals-by-field.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { TextArea, TextField } from '#web/ui/text-field.tsx';
import styles from './model-dialog.module.css';
import { checkModel, emptyModel, formOf, type ModelForm, modelRequest } from './model-form.ts';
import { useSaveModel } from './use-models.ts';

interface ModelDialogProps {
  readonly projectId: string;
  /** Null for a new one. */
  readonly endpoint: ModelEndpoint | null;
  readonly onClose: () => void;
}

/** The form of a model. It is tried when it is saved, and stays open where it does not work. */
export function ModelDialog({ projectId, endpoint, onClose }: ModelDialogProps) {
  const formId = useId();
  // The server keeps a model that does not work: saving again then changes it instead of adding another.
  const [saved, setSaved] = useState(endpoint);
  const [form, setForm] = useState(endpoint === null ? emptyModel : formOf(endpoint));
  const [isChecked, setChecked] = useState(false);
  const save = useSaveModel(projectId, saved);
  const problems = isChecked ? checkModel(form) : {};
  const { at, notice } = refusalsByField(save.error, ['name', 'baseUrl', 'model', 'key']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(checkModel(form)).length > 0) return;
    save.mutate(modelRequest(form), {
      onSuccess(answer) {
        setSaved(answer);
        if (answer.probe?.works === true) onClose();
      },
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={endpoint === null ? say('Add a model') : say('Edit {name}', { name: endpoint.name })}
      width={560}
      footer={
        <>
          <Button onClick={onClose}>{say('Close')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={save.isPending}>
            {save.isPending ? say('Being tried…') : say('Save and try')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={send} noValidate>
        <Stack gap={4}>
          {notice !== undefined && <Notice tone="bad">{notice}</Notice>}
          {saved?.probe?.works === false && !save.isPending && (
            <Notice tone="warn" title={say('Saved, but it does not work yet')}>
              {saved.probe.problem}
            </Notice>
          )}
          <ModelFields
            form={form}
            problems={{ ...at, ...problems }}
            known={saved?.probe?.models ?? null}
            hasKey={saved?.hasKey ?? false}
            onChange={(part) => setForm({ ...form, ...part })}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

interface ModelFieldsProps {
  readonly form: ModelForm;
  readonly problems: Partial<Record<keyof ModelForm, string>>;
  /** The names that the endpoint listed. */
  readonly known: readonly string[] | null;
  readonly hasKey: boolean;
  readonly onChange: (part: Partial<ModelForm>) => void;
}

function ModelFields({ form, problems, known, hasKey, onChange }: ModelFieldsProps) {
  const listId = useId();
  const field = (name: keyof ModelForm) => ({
    value: form[name],
    error: problems[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  });
  return (
    <>
      <TextField
        label={say('Name')}
        hint={say('For you and other leads.')}
        data-autofocus=""
        {...field('name')}
      />
      <TextField
        label={say('Base URL')}
        hint={say('Where the OpenAI-compatible API begins, most often ending in /v1.')}
        type="url"
        {...field('baseUrl')}
      />
      <TextField label={say('Model')} list={listId} spellCheck={false} {...field('model')} />
      <datalist id={listId}>
        {known?.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextField
        label={say('API key')}
        type="password"
        autoComplete="off"
        optional
        hint={
          hasKey
            ? say('A key is kept. Enter another one to replace it.')
            : say('Kept sealed, and never shown again.')
        }
        {...field('key')}
      />
      <div className={styles.numbers}>
        <TextField label={say('Temperature')} inputMode="decimal" {...field('temperature')} />
        <TextField label={say('Top p')} inputMode="decimal" {...field('topP')} />
        <TextField label={say('Most tokens')} inputMode="numeric" {...field('maxTokens')} />
      </div>
      <TextArea
        label={say('System prompt')}
        optional
        rows={3}
        {...field('systemPrompt')}
        hint={say('Said to the model before every conversation.')}
      />
    </>
  );
}
