import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ProjectRole } from '#domain/access/roles.ts';
import { say } from '#web/messages/say.ts';
import { nameRole, rolesInOrder } from '#web/session/role-names.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { everybodyQuery } from './member-queries.ts';
import type { Member } from './members-table.tsx';
import { roleWords } from './role-words.ts';
import { useSetRoles } from './use-members.ts';

interface AddPersonDialogProps {
  readonly projectId: string;
  readonly members: readonly Member[];
  readonly onClose: () => void;
}

/** Puts somebody who is already in the deployment on the project. */
export function AddPersonDialog({ projectId, members, onClose }: AddPersonDialogProps) {
  const everybody = useQuery(everybodyQuery);
  const here = new Set(members.map((member) => member.personId));
  const others = everybody.data?.people.filter(
    (person) => person.disabledAt === null && !here.has(person.id),
  );
  return (
    <Dialog open onClose={onClose} title={say('Add a person')}>
      {everybody.error !== null && (
        <ErrorState error={everybody.error} onRetry={() => void everybody.refetch()} />
      )}
      {others === undefined && everybody.error === null && <Skeleton lines={2} />}
      {others?.length === 0 && (
        <p>{say('Everybody in this deployment is here already. Invite others by link.')}</p>
      )}
      {others !== undefined && others.length > 0 && (
        <AddPersonForm projectId={projectId} others={others} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface AddPersonFormProps {
  readonly projectId: string;
  readonly others: readonly { readonly id: string; readonly name: string; readonly email: string }[];
  readonly onClose: () => void;
}

function AddPersonForm({ projectId, others, onClose }: AddPersonFormProps) {
  const setRoles = useSetRoles(projectId);
  const [personId, setPersonId] = useState(others[0]?.id ?? '');
  const [role, setRole] = useState<ProjectRole>('annotator');
  const send = (event: FormEvent) => {
    event.preventDefault();
    setRoles.mutate({ personId, roles: [role] }, { onSuccess: onClose });
  };
  return (
    <form onSubmit={send}>
      <Stack gap={4}>
        <SelectField
          label={say('Person')}
          value={personId}
          options={others.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }))}
          onChange={setPersonId}
        />
        <SelectField
          label={say('Role')}
          value={role}
          hint={say(roleWords[role])}
          options={rolesInOrder.map((value) => ({ value, label: nameRole(value) }))}
          onChange={setRole}
        />
        <Button type="submit" variant="primary" busy={setRoles.isPending} wide>
          {say('Add to the project')}
        </Button>
      </Stack>
    </form>
  );
}
