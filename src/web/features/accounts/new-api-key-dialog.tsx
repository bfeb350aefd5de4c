import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useId } from 'react';
import { createApiKey } from '#contract/accounts.ts';
import { keyScopes } from '#domain/access/roles.ts';
import { message, say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { refusalsByField } from '#web/session/refusals-by-field.ts';
import { Button } from '#web/ui/button.tsx';
import { CopyField } from '#web/ui/copy-field.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { Checkbox } from '#web/ui/switch.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { apiKeysKey } from './api-keys-key.ts';
import { scopeWords } from './scope-words.ts';

const expiries = [
  { value: '30', label: message('30 days') },
  { value: '90', label: message('90 days') },
  { value: '365', label: message('One year') },
  { value: '', label: message('Never') },
] as const;

function readForm(event: SubmitEvent<HTMLFormElement>) {
  event.preventDefault();
  const data = new FormData(event.currentTarget);
  const days = Number(data.get('expiresInDays'));
  const scopes = keyScopes.filter((scope) => data.getAll('scopes').includes(scope));
  return { name: String(data.get('name')), scopes, expiresInDays: days > 0 ? days : null };
}

function useCreateKey() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: ReturnType<typeof readForm>) => api.call(createApiKey, { body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: apiKeysKey }),
  });
}

/** Makes a key and shows it once. */
export function NewApiKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const formId = useId();
  const create = useCreateKey();
  if (create.data) {
    return (
      <Dialog
        open
        onClose={onClose}
        title={say('Your new key')}
        footer={
          <Button variant="primary" onClick={onClose}>
            {say('Done')}
          </Button>
        }
      >
        <Stack gap={3}>
          <CopyField label={say('API key')} value={create.data.secret} />
          <p>{say('Copy it now: it is shown only this once, and only a hash of it is stored.')}</p>
        </Stack>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('New API key')}
      footer={
        <>
          <Button onClick={onClose}>{say('Cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={create.isPending}>
            {say('Make key')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => create.mutate(readForm(event))}>
        <KeyFields error={create.error} />
      </form>
    </Dialog>
  );
}

function KeyFields({ error }: { readonly error: Error | null }) {
  const { at, notice } = refusalsByField(error, ['name', 'scopes']);
  return (
    <Stack gap={4}>
      <TextField
        label={say('Name')}
        name="name"
        maxLength={80}
        required
        data-autofocus
        hint={say('What it is for, such as “nightly export”.')}
        error={at.name}
      />
      <fieldset>
        <Stack gap={2}>
          <legend>{say('What it may do')}</legend>
          {keyScopes.map((scope) => (
            <Checkbox
              key={scope}
              name="scopes"
              value={scope}
              defaultChecked={scope === 'read'}
              label={say(scopeWords[scope].label)}
              hint={say(scopeWords[scope].hint)}
            />
          ))}
        </Stack>
      </fieldset>
      {at.scopes !== undefined && (
        <Notice tone="bad">{say('Choose at least one thing that the key may do.')}</Notice>
      )}
      <SelectField
        label={say('Ends after')}
        name="expiresInDays"
        options={expiries.map(({ value, label }) => ({ value, label: say(label) }))}
        defaultValue="90"
      />
      {notice !== undefined && <Notice tone="bad">{notice}</Notice>}
    </Stack>
  );
}
