import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ConversationRecord } from '#contract/conversation-records.ts';
import { activePath } from '#domain/chat/active-path.ts';
import type { ChatTree } from '#domain/chat/conversation.ts';
import { recordQuery } from '#web/features/models/models-queries.ts';
import { say } from '#web/messages/say.ts';
import { Loaded } from '#web/ui/loaded.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import styles from './chat-record.module.css';
import { RecordedReply } from './recorded-reply.tsx';

const from = '/shell/projects/$projectId/chats/$conversationId';

/** A conversation as a lead reads it: with the models' names and what was sent. */
export function ChatRecordScreen() {
  const { projectId, conversationId } = useParams({ from });
  const record = useQuery(recordQuery(projectId, conversationId));
  return (
    <Page width="full">
      <PageHeader
        title={say('Conversation')}
        summary={
          <Link to="/projects/$projectId/chats" params={{ projectId }} search={{}}>
            {say('All conversations')}
          </Link>
        }
      />
      <Loaded from={record} lines={10} title={say('This conversation could not be loaded')}>
        {(data) => <RecordView projectId={projectId} record={data} />}
      </Loaded>
    </Page>
  );
}

function RecordView({
  projectId,
  record,
}: {
  readonly projectId: string;
  readonly record: ConversationRecord;
}) {
  const rounds = activePath(treeOf(record));
  const find = (turnId: string) => record.turns.find((turn) => turn.turnId === turnId);
  const others = record.turns.filter(({ kind }) => kind === 'user').length - rounds.length;
  return (
    <>
      <p className={styles.facts}>
        {say('{name}, {turns, plural, one {# turn} other {# turns}}.', {
          name: record.annotator.name,
          turns: rounds.length,
        })}{' '}
        {others > 0 &&
          say('{others, plural, one {# turn is} other {# turns are}} in other branches.', { others })}{' '}
        <Link
          to="/projects/$projectId/items/$itemId"
          params={{ projectId, itemId: record.itemId }}
          search={{}}
        >
          {say('The item')}
        </Link>
      </p>
      <ol className={styles.rounds}>
        {rounds.map(({ user, replies }, index) => (
          <li key={user.id}>
            <div className={styles.user}>
              <span className={styles.who}>
                {record.annotator.name}
                {user.plan !== null && (
                  <span className={styles.plan}>
                    {(['technique', 'harm', 'target'] as const)
                      .map((axis) => labelOf(record, `${axis}s.${user.plan?.[axis] ?? ''}`))
                      .join(' · ')}
                  </span>
                )}
              </span>
              <RenderedText text={user.text} />
            </div>
            <div className={styles.replies}>
              {replies.map((reply) => {
                const turn = find(reply.id);
                return (
                  turn && (
                    <RecordedReply
                      key={reply.id}
                      turn={turn}
                      model={record.models.find(({ slot }) => slot === reply.slot)}
                      goesOn={reply.chosen || rounds[index + 1]?.user.parentId === reply.id}
                    />
                  )
                );
              })}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function labelOf({ scale }: ConversationRecord, path: string): string {
  const key = path.slice(path.indexOf('.') + 1);
  return Object.hasOwn(scale.labels, path) ? (scale.labels[path] ?? key) : key;
}

function treeOf({ headId, turns }: ConversationRecord): ChatTree {
  return {
    headId,
    turns: turns.map((turn) => {
      const { turnId: id, parentId, text, editedFrom, state, chosen, rating, outcome, plan, slot } = turn;
      return slot === null
        ? { kind: 'user', id, parentId, text, editedFrom, plan }
        : { kind: 'model', id, parentId, text, editedFrom, slot, state, chosen, rating, outcome };
    }),
  };
}
