import { say } from '#web/messages/say.ts';
import type { RefusalsByField } from '#web/session/refusals-by-field.ts';
import { Notice } from '#web/ui/notice.tsx';
import { TextField } from '#web/ui/text-field.tsx';

export const newPersonFields = ['name', 'email', 'password'] as const;

interface NewPersonFieldsProps {
  readonly refusals: RefusalsByField<(typeof newPersonFields)[number]>;
  readonly email?: string | undefined;
}

/** Name, e-mail and password of somebody who comes new. */
export function NewPersonFields({ refusals, email }: NewPersonFieldsProps) {
  const { at, notice } = refusals;
  return (
    <>
      <TextField
        label={say('Name')}
        name="name"
        autoComplete="name"
        maxLength={120}
        required
        autoFocus
        error={at.name}
      />
      <TextField
        label={say('E-mail')}
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={email}
        required
        error={at.email}
      />
      <TextField
        label={say('Password')}
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={10}
        maxLength={200}
        required
        hint={say('At least 10 characters.')}
        error={at.password}
      />
      {notice !== undefined && <Notice tone="bad">{notice}</Notice>}
    </>
  );
}
