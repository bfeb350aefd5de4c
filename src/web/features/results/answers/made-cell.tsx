import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Answers, ownValue } from '#domain/judging/answers.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { MarkCell } from './mark-cell.tsx';
import { RegionCell } from './region-cell.tsx';
import { RunCell } from './run-cell.tsx';
import type { ShownItem } from './shown-item.ts';
import { WritingCell } from './writing-cell.tsx';

function ChatCell({ conversationId }: { readonly conversationId: string }) {
  const { projectId } = useParams({ strict: false });
  if (projectId === undefined) return say('A chat');
  return (
    <Link to="/projects/$projectId/chats/$conversationId" params={{ projectId, conversationId }}>
      {say('Read the chat')}
    </Link>
  );
}

interface MadeCellProps {
  readonly answers: Answers;
  readonly criterion: Criterion;
  readonly item: ShownItem;
}

/** An answer that takes more than a few words; undefined where nothing was answered. */
export function renderMade({ answers, criterion, item }: MadeCellProps): ReactNode {
  const { key, scale } = criterion;
  if (scale.kind === 'marks' || scale.kind === 'claims') {
    const marks = ownValue(answers.span, key);
    return marks && <MarkCell {...{ marks, scale, item }} />;
  }
  if (scale.kind === 'regions') {
    const regions = ownValue(answers.region, key);
    return regions && <RegionCell {...{ regions, scale, item }} />;
  }
  if (scale.kind === 'writing') {
    const written = ownValue(answers.writing, key);
    return written && <WritingCell {...{ written, item }} />;
  }
  if (scale.kind === 'chat') {
    const chat = ownValue(answers.chat, key);
    return chat && <ChatCell {...chat} />;
  }
  const byResponse = scale.kind === 'run' ? ownValue(answers.runs, key) : undefined;
  return byResponse && <RunCell byResponse={byResponse} />;
}
