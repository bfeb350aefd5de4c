import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useReducer } from 'react';
import { createInvitation } from '#contract/projects.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { refusalsByField } from '#web/session/refusals-by-field.ts';
import { listRoles, nameRole, rolesInOrder } from '#web/session/role-names.ts';
import { Button } from '#web/ui/button.tsx';
import { CopyField } from '#web/ui/copy-field.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { NumberField } from '#web/ui/number-field.tsx';
import { Row, Stack } from '#web/ui/stack.tsx';
import { Checkbox } from '#web/ui/switch.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { changeInvite, checkInvite, type InviteForm, inviteRequest, usualInvite } from './invite-form.ts';
import { invitationsQuery } from './member-queries.ts';
import { roleWords } from './role-words.ts';

interface InviteDialogProps {
  readonly projectId: string;
  readonly canAppointOwners: boolean;
  readonly onClose: () => void;
}

/** Makes a link and shows it once; only its fingerprint is kept on the server. */
export function InviteDialog({ projectId, canAppointOwners, onClose }: InviteDialogProps) {
  const queries = useQueryClient();
  const [form, change] = useReducer(changeInvite, usualInvite);
  const invite = useMutation({
    mutationFn: () => api.call(createInvitation, { params: { projectId }, body: inviteRequest(form) }),
    onSuccess: () => void queries.invalidateQueries(invitationsQuery(projectId)),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(checkInvite(form)).length === 0 && !invite.isPending) invite.mutate();
  };
  if (invite.data !== undefined) {
    const link = new URL(invite.data.path, window.location.origin).href;
    return <LinkDialog link={link} form={form} onClose={onClose} />;
  }
  const refused = refusalsByField(invite.error, ['email', 'uses', 'expiresInDays']);
  return (
    <Dialog open onClose={onClose} title={say('Invite by link')}>
      <form onSubmit={send} noValidate>
        <Stack gap={4}>
          <InviteFields
            form={form}
            refused={refused.at}
            canAppointOwners={canAppointOwners}
            onChange={change}
          />
          {refused.notice !== undefined && <Notice tone="bad">{refused.notice}</Notice>}
          <Button type="submit" variant="primary" busy={invite.isPending} wide>
            {say('Make the link')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}

interface InviteFieldsProps {
  readonly form: InviteForm;
  readonly refused: Partial<Readonly<Record<'email' | 'uses' | 'expiresInDays', string>>>;
  readonly canAppointOwners: boolean;
  readonly onChange: (part: Partial<InviteForm>) => void;
}

function InviteFields({ form, refused, canAppointOwners, onChange }: InviteFieldsProps) {
  const problems = checkInvite(form);
  const offered = rolesInOrder.filter((role) => role !== 'owner' || canAppointOwners);
  return (
    <>
      <fieldset>
        <legend className="visually-hidden">{say('Roles')}</legend>
        <Stack gap={2}>
          {offered.map((role) => (
            <Checkbox
              key={role}
              label={nameRole(role)}
              hint={say(roleWords[role])}
              checked={form.roles.includes(role)}
              onChange={(event) =>
                onChange({
                  roles: event.target.checked
                    ? [...form.roles, role]
                    : form.roles.filter((one) => one !== role),
                })
              }
            />
          ))}
          {problems.roles !== undefined && <Notice tone="bad">{problems.roles}</Notice>}
        </Stack>
      </fieldset>
      <TextField
        label={say('E-mail')}
        optional
        type="email"
        value={form.email}
        hint={say('With an address, only that person can use the link. Left empty, anybody who has it can.')}
        error={refused.email}
        onChange={(event) => onChange({ email: event.target.value })}
      />
      <Row gap={4} align="start">
        <NumberField
          label={say('How many people')}
          min={1}
          max={500}
          value={form.uses}
          disabled={form.email.trim() !== ''}
          error={problems.uses ?? refused.uses}
          onChange={(uses) => onChange({ uses })}
        />
        <NumberField
          label={say('Days until it ends')}
          min={1}
          max={90}
          value={form.days}
          error={problems.days ?? refused.expiresInDays}
          onChange={(days) => onChange({ days })}
        />
      </Row>
    </>
  );
}

interface LinkDialogProps {
  readonly link: string;
  readonly form: InviteForm;
  readonly onClose: () => void;
}

function LinkDialog({ link, form, onClose }: LinkDialogProps) {
  const who =
    form.email.trim() !== ''
      ? form.email.trim()
      : form.uses === 1
        ? say('one person')
        : say('up to {uses} people', { uses: form.uses });
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('Copy the link now')}
      width={560}
      footer={
        <Button variant="primary" onClick={onClose}>
          {say('Done')}
        </Button>
      }
    >
      <Stack gap={3}>
        <p>
          {say(
            'It lets {who} in as {roles}, for {days, plural, one {# day} other {# days}}. It is shown only this once.',
            { who, roles: listRoles(form.roles), days: form.days },
          )}
        </p>
        <CopyField label={say('Invitation link')} value={link} />
      </Stack>
    </Dialog>
  );
}
