import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useReducer } from 'react';
import { createInvitation } from '#contract/projects.ts';
import { api } from '#web/session/api.ts';
import { refusalsByField } from '#web/session/refusals-by-field.ts';
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
import { listRoles, rolesInOrder, roleWords } from './role-words.ts';

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
    <Dialog open onClose={onClose} title="Invite by link">
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
            Make the link
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
        <legend className="visually-hidden">Roles</legend>
        <Stack gap={2}>
          {offered.map((role) => (
            <Checkbox
              key={role}
              label={roleWords[role].name}
              hint={roleWords[role].text}
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
        label="E-mail"
        optional
        type="email"
        value={form.email}
        hint="With an address, only that person can use the link. Left empty, anybody who has it can."
        error={refused.email}
        onChange={(event) => onChange({ email: event.target.value })}
      />
      <Row gap={4} align="start">
        <NumberField
          label="How many people"
          min={1}
          max={500}
          value={form.uses}
          disabled={form.email.trim() !== ''}
          error={problems.uses ?? refused.uses}
          onChange={(uses) => onChange({ uses })}
        />
        <NumberField
          label="Days until it ends"
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
        ? 'one person'
        : `up to ${form.uses} people`;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Copy the link now"
      width={560}
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <Stack gap={3}>
        <p>
          It lets {who} in as {listRoles(form.roles).toLowerCase()}, for {form.days}{' '}
          {form.days === 1 ? 'day' : 'days'}. It is shown only this once.
        </p>
        <CopyField label="Invitation link" value={link} />
      </Stack>
    </Dialog>
  );
}
