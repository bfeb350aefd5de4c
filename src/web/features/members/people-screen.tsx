import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Link2, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { say } from '#web/messages/say.ts';
import { useProject } from '#web/session/use-project.ts';
import { useCan } from '#web/session/use-session.ts';
import { Button } from '#web/ui/button.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { AddPersonDialog } from './add-person-dialog.tsx';
import { InvitationList } from './invitation-list.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { membersQuery } from './member-queries.ts';
import { MembersTable } from './members-table.tsx';

/** Who works on the project and in which roles, and the links that let more people in. */
export function PeopleScreen() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId' });
  const project = useProject(projectId);
  const can = useCan();
  const { members } = useSuspenseQuery(membersQuery(projectId)).data;
  const [open, setOpen] = useState<'invite' | 'add' | null>(null);
  const annotators = members.filter((member) => member.roles.includes('annotator')).length;
  const counts = say(
    '{people, plural, one {# person} other {# people}}, {annotators, plural, one {# annotator} other {# annotators}}.',
    { people: members.length, annotators },
  );
  const lacks =
    annotators < project.overlap
      ? say(
          'Each item wants {overlap, plural, one {# annotator} other {# different annotators}}, so {missing, plural, one {# more is} other {# more are}} needed.',
          { overlap: project.overlap, missing: project.overlap - annotators },
        )
      : '';
  return (
    <Page>
      <PageHeader
        title={say('People')}
        summary={`${counts} ${lacks}`.trimEnd()}
        actions={
          <>
            {can('manage_deployment') && (
              <Button icon={<UserPlus />} onClick={() => setOpen('add')}>
                {say('Add a person')}
              </Button>
            )}
            <Button variant="primary" icon={<Link2 />} onClick={() => setOpen('invite')}>
              {say('Invite by link')}
            </Button>
          </>
        }
      />
      <Stack gap={8}>
        <MembersTable
          projectId={projectId}
          members={members}
          canAppointOwners={can('delete_project', project.roles)}
        />
        <InvitationList projectId={projectId} />
      </Stack>
      {open === 'invite' && (
        <InviteDialog
          projectId={projectId}
          canAppointOwners={can('delete_project', project.roles)}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'add' && (
        <AddPersonDialog projectId={projectId} members={members} onClose={() => setOpen(null)} />
      )}
    </Page>
  );
}
