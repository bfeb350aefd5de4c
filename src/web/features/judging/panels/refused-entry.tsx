import { useState } from 'react';
import type { JudgingSession } from '#web/features/judging/live/judging-session.ts';
import type { OutboxEntry } from '#web/features/judging/live/outbox-entry.ts';
import { type ResendWay, wayToResend } from '#web/features/judging/live/resend-refused.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { PlainText } from '#web/ui/rendered-text/plain-text.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { type AnswerLine, listAnswerLines } from './answer-lines.ts';
import { listFlagLines } from './flag-lines.ts';
import styles from './refused-list.module.css';

interface RefusedEntryProps {
  readonly entry: OutboxEntry;
  readonly session: Pick<JudgingSession, 'discardRefused' | 'resendRefused' | 'versions'>;
  /** After the entry is gone, so that the focus does not go with it. */
  readonly onGone: () => void;
}

function titleOf({ deed }: OutboxEntry): string {
  if (deed.kind === 'skip') return say('A skip was not accepted');
  if (deed.kind === 'flag') return say('A flag was not accepted');
  return say('A judgment was not accepted');
}

function resendLabel(way: ResendWay): string {
  if (way === 'replace') return say('Replace my earlier judgment');
  if (way === 'to_newer') return say('Send it for the newer task');
  return say('Send it again');
}

function linesOf(entry: OutboxEntry, versions: RefusedEntryProps['session']['versions']): AnswerLine[] {
  if (!('answers' in entry.deed)) return [];
  const { about, deed } = entry;
  const rubric = about === null ? undefined : versions.keptRubric(about.rubricVersion);
  const answers = listAnswerLines(deed.answers, { rubric, responseIds: about?.responseIds ?? [] });
  return deed.kind === 'flag' ? [...listFlagLines(deed.flag), ...answers] : answers;
}

function AnswerList({ lines, isFlag }: { readonly lines: readonly AnswerLine[]; readonly isFlag: boolean }) {
  return (
    <details className={styles.answers}>
      <summary>{isFlag ? say('What you flagged') : say('What you answered')}</summary>
      <dl>
        {lines.map(({ label, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an entry never change
          <div key={index}>
            <dt>{label}</dt>
            <dd>
              <PlainText text={text} cutAt={0} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Copies words; where the browser forbids that, they stand on the page to be copied by hand. */
async function copy(lines: readonly AnswerLine[]): Promise<void> {
  try {
    await navigator.clipboard.writeText(lines.map(({ label, text }) => `${label}: ${text}`).join('\n'));
    showToast(say('Answers copied.'), { tone: 'good' });
  } catch {
    showToast(say('The browser does not let this page copy. Open the answers and copy them by hand.'));
  }
}

function ResendButton({ entry, session, onGone }: RefusedEntryProps) {
  const [isBusy, setBusy] = useState(false);
  const way = wayToResend(entry);
  if (way === null) return null;
  const resend = async () => {
    setBusy(true);
    const problem = await session.resendRefused(entry.clientId);
    setBusy(false);
    if (problem === null) onGone();
    else showToast(problem, { tone: 'bad' });
  };
  return (
    <Button size="small" variant="primary" busy={isBusy} onClick={() => void resend()}>
      {resendLabel(way)}
    </Button>
  );
}

/** One thing that the server did not take: why, what was answered, and what can be done. */
export function RefusedEntry(props: RefusedEntryProps) {
  const { entry, session, onGone } = props;
  const lines = linesOf(entry, session.versions);
  const letGo = () => {
    const undo = session.discardRefused(entry.clientId);
    onGone();
    showToast(say('Let go.'), { act: { label: say('Undo'), onSelect: undo } });
  };
  return (
    <Notice
      tone="bad"
      title={titleOf(entry)}
      action={
        <div className={styles.acts}>
          <ResendButton {...props} />
          {lines.length > 0 && (
            <Button size="small" onClick={() => void copy(lines)}>
              {say('Copy the answers')}
            </Button>
          )}
          <Button size="small" onClick={letGo}>
            {say('Let it go')}
          </Button>
        </div>
      }
    >
      {entry.refusal?.message ?? ''}
      {entry.about !== null && (
        <div className={styles.excerpt}>
          <PlainText text={entry.about.excerpt} cutAt={0} />
        </div>
      )}
      {lines.length > 0 && <AnswerList lines={lines} isFlag={entry.deed.kind === 'flag'} />}
    </Notice>
  );
}
