import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { invitation } from '#contract/accounts.ts';
import { revokeInvitation } from '#contract/projects.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { nameRole } from '#web/session/role-names.ts';
import { Button } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { errorText } from '#web/ui/error-state.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Section } from '#web/ui/section.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { invitationsQuery } from './member-queries.ts';

type Invitation = z.infer<typeof invitation>;

/** Links that can still be used; the links themselves were shown once and are not kept. */
export function InvitationList({ projectId }: { readonly projectId: string }) {
  const queries = useQueryClient();
  const { invitations } = useSuspenseQuery(invitationsQuery(projectId)).data;
  const revoke = useMutation({
    mutationFn: (one: Invitation) =>
      api.call(revokeInvitation, { params: { projectId, invitationId: one.id } }),
    onSuccess: () => showToast(say('The link was revoked. Whoever joined by it stays.')),
    onError: (error) => showToast(errorText(error), { tone: 'bad' }),
    onSettled: () => void queries.invalidateQueries(invitationsQuery(projectId)),
  });
  const columns: Column<Invitation>[] = [
    { key: 'who', label: say('For'), cell: (one) => one.email ?? say('Anybody with the link') },
    { key: 'roles', label: say('As'), cell: (one) => one.roles.map(nameRole).join(', ') },
    { key: 'uses', label: say('Uses left'), numeric: true, cell: (one) => one.usesLeft },
    { key: 'ends', label: say('Ends'), cell: (one) => <RelativeTime at={one.expiresAt} /> },
    { key: 'by', label: say('Made by'), wideOnly: true, cell: (one) => one.createdByName },
    {
      key: 'revoke',
      label: say('Acts'),
      labelHidden: true,
      numeric: true,
      cell: (one) => (
        <Button
          size="small"
          busy={revoke.isPending && revoke.variables?.id === one.id}
          aria-label={
            one.email === null
              ? say('Revoke the link for anybody')
              : say('Revoke the link for {email}', { email: one.email })
          }
          onClick={() => revoke.mutate(one)}
        >
          {say('Revoke')}
        </Button>
      ),
    },
  ];
  if (invitations.length === 0) return null;
  return (
    <Section title={say('Open invitation links')}>
      <DataTable
        label={say('Open invitation links')}
        columns={columns}
        rows={invitations}
        rowKey={(one) => one.id}
      />
    </Section>
  );
}
