import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { listConversations } from '#contract/conversation-records.ts';
import { chatLimits } from '#domain/chat/chat-scale.ts';
import { say } from '#web/messages/say.ts';
import type { Column } from '#web/ui/data-table.tsx';
import { formatCount } from '#web/ui/format-number.ts';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Tag } from '#web/ui/tag.tsx';
import styles from './chat-columns.module.css';

type ChatRow = z.infer<(typeof listConversations)['response']>['rows'][number];

export function chatColumns(projectId: string): Column<ChatRow>[] {
  return [
    {
      key: 'begin',
      label: say('Begins with'),
      grows: true,
      cell: ({ conversationId, preview }) => (
        <Link
          to="/projects/$projectId/chats/$conversationId"
          params={{ projectId, conversationId }}
          dir="auto"
        >
          {preview === '' ? say('Nothing said yet') : preview}
        </Link>
      ),
    },
    {
      key: 'who',
      label: say('Annotator'),
      wideOnly: true,
      cell: ({ annotator }) => <span className={styles.line}>{annotator.name}</span>,
    },
    { key: 'turns', label: say('Turns'), numeric: true, cell: ({ turns }) => formatCount(turns) },
    {
      key: 'success',
      label: say('Success'),
      cell: ({ success, broke }) => (
        <span className={styles.line}>
          {success !== null &&
            say('{success, number} of {most, number}', { success, most: chatLimits.ratingPoints })}{' '}
          {broke && <Tag tone="warn">{say('broke')}</Tag>}
        </span>
      ),
    },
    {
      key: 'state',
      label: say('State'),
      wideOnly: true,
      cell: ({ state }) => <Tag>{state === 'frozen' ? say('submitted') : say('under way')}</Tag>,
    },
    {
      key: 'at',
      label: say('Begun'),
      wideOnly: true,
      cell: ({ createdAt }) => (
        <span className={styles.line}>
          <RelativeTime at={createdAt} />
        </span>
      ),
    },
  ];
}
