import { useParams } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { MediaDrop } from './media-drop.tsx';
import { MediaList } from './media-list.tsx';
import { SentFiles } from './sent-files.tsx';
import { useSendQueue } from './use-send-queue.ts';

/** The pictures, recordings, films and documents of a project. */
export function MediaScreen() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId/media' });
  const { queue, files } = useSendQueue(projectId);
  return (
    <Page>
      <PageHeader
        title={say('Media')}
        summary={say('Add files here first; rows to import then name them as attachments.')}
      />
      <Stack gap={6}>
        <MediaDrop onFiles={(chosen) => queue.add(chosen)} />
        <SentFiles files={files} queue={queue} />
        <MediaList projectId={projectId} />
      </Stack>
    </Page>
  );
}
