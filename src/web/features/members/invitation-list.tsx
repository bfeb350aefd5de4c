import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { invitation } from '#contract/accounts.ts';
import { revokeInvitation } from '#contract/projects.ts';
import { api } from '#web/session/api.ts';
import { Button } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { errorText } from '#web/ui/error-state.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Section } from '#web/ui/section.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { invitationsQuery } from './member-queries.ts';
import { listRoles } from './role-words.ts';

type Invitation = z.infer<typeof invitation>;

/** Links that can still be used; the links themselves were shown once and are not kept. */
export function InvitationList({ projectId }: { readonly projectId: string }) {
  const queries = useQueryClient();
  const { invitations } = useSuspenseQuery(invitationsQuery(projectId)).data;
  const revoke = useMutation({
    mutationFn: (one: Invitation) =>
      api.call(revokeInvitation, { params: { projectId, invitationId: one.id } }),
    onSuccess: () => showToast('The link was revoked. Whoever joined by it stays.'),
    onError: (error) => showToast(errorText(error), { tone: 'bad' }),
    onSettled: () => void queries.invalidateQueries(invitationsQuery(projectId)),
  });
  const columns: Column<Invitation>[] = [
    { key: 'who', label: 'For', cell: (one) => one.email ?? 'Anybody with the link' },
    { key: 'roles', label: 'As', cell: (one) => listRoles(one.roles) },
    { key: 'uses', label: 'Uses left', numeric: true, cell: (one) => one.usesLeft },
    { key: 'ends', label: 'Ends', cell: (one) => <RelativeTime at={one.expiresAt} /> },
    { key: 'by', label: 'Made by', wideOnly: true, cell: (one) => one.createdByName },
    {
      key: 'revoke',
      label: 'Acts',
      labelHidden: true,
      numeric: true,
      cell: (one) => (
        <Button
          size="small"
          busy={revoke.isPending && revoke.variables?.id === one.id}
          aria-label={`Revoke the link for ${one.email ?? 'anybody'}`}
          onClick={() => revoke.mutate(one)}
        >
          Revoke
        </Button>
      ),
    },
  ];
  if (invitations.length === 0) return null;
  return (
    <Section title="Open invitation links">
      <DataTable
        label="Open invitation links"
        columns={columns}
        rows={invitations}
        rowKey={(one) => one.id}
      />
    </Section>
  );
}
