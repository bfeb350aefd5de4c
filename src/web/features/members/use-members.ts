import { useMutation, useQueryClient } from '@tanstack/react-query';
import { removeMember, setMemberRoles } from '#contract/projects.ts';
import type { ProjectRole } from '#domain/access/roles.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { projectQuery } from '#web/session/use-project.ts';
import { errorText } from '#web/ui/error-state.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { membersQuery } from './member-queries.ts';

interface RoleChange {
  readonly personId: string;
  readonly roles: readonly ProjectRole[];
}

/** Sets a member's roles: on the page at once, and put back where the server refuses. */
export function useSetRoles(projectId: string) {
  const queries = useQueryClient();
  const { queryKey } = membersQuery(projectId);
  return useMutation({
    mutationFn: ({ personId, roles }: RoleChange) =>
      api.call(setMemberRoles, { params: { projectId, personId }, body: { roles } }),
    onMutate: async ({ personId, roles }) => {
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueryData(queryKey);
      queries.setQueryData(
        queryKey,
        (old) =>
          old && {
            members: old.members.map((one) =>
              one.personId === personId ? { ...one, roles: [...roles] } : one,
            ),
          },
      );
      return { before };
    },
    onSuccess: (answer) => queries.setQueryData(queryKey, answer),
    onError: (error, _change, context) => {
      queries.setQueryData(queryKey, context?.before);
      showToast(errorText(error), { tone: 'bad' });
    },
    onSettled: () => void queries.invalidateQueries(projectQuery(projectId)),
  });
}

/** Takes a person off the project; the message offers to put them back. */
export function useRemoveMember(projectId: string) {
  const queries = useQueryClient();
  const setRoles = useSetRoles(projectId);
  return useMutation({
    mutationFn: (member: RoleChange & { readonly name: string }) =>
      api.call(removeMember, { params: { projectId, personId: member.personId } }),
    onSuccess: (_empty, member) =>
      showToast(say('{name} is off the project. Their judgments stay.', { name: member.name }), {
        act: { label: say('Undo'), onSelect: () => setRoles.mutate(member) },
      }),
    onError: (error) => showToast(errorText(error), { tone: 'bad' }),
    onSettled: () => void queries.invalidateQueries(membersQuery(projectId)),
  });
}
