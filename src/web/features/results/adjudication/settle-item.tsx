import { useQuery } from '@tanstack/react-query';
import { useReducer } from 'react';
import type { Project } from '#contract/projects.ts';
import type { Answers } from '#domain/judging/answers.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { type AnswerColumn, AnswerTable } from '#web/features/results/answers/answer-table.tsx';
import type { ItemDetail } from '#web/features/results/item-detail.ts';
import { ItemTexts } from '#web/features/results/items/item-texts.tsx';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { formatDuration } from '#web/ui/format-number.ts';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Section } from '#web/ui/section.tsx';
import styles from './adjudication.module.css';
import { type Adjudication, headingsQuery } from './adjudication-queries.ts';
import { SettleForm } from './settle-form.tsx';
import { noSettlement, reduceSettlement, type Settlement } from './settlement.ts';
import { useSettleItem } from './use-settle-item.ts';
import { useSettleKeys } from './use-settle-keys.ts';

interface SettleItemProps {
  readonly projectId: string;
  readonly project: Project;
  readonly item: ItemDetail;
  readonly rubric: Rubric;
  readonly current: Adjudication | null;
  readonly mayManage: boolean;
  /** The judging screen lies over this one, and keys are its own. */
  readonly isCovered: boolean;
  readonly onWrite: (onSend: (answers: Answers) => void) => void;
  readonly onDone: () => void;
}

function beginWith(current: Adjudication | null): Settlement {
  if (current === null) return noSettlement;
  const { pickedJudgmentId, answers, cause, words, section } = current;
  // What was done once is not done again unasked.
  return {
    pickedJudgmentId,
    answers: pickedJudgmentId === null ? answers : null,
    cause,
    words,
    section,
    criterion: '',
    outcomes: [],
  };
}

function judgmentColumns(
  item: ItemDetail,
  picked: string | null,
  onPick: (judgmentId: string) => void,
): AnswerColumn[] {
  return item.judgments.map((judgment, index) => ({
    key: judgment.judgmentId,
    answers: judgment.answers as Answers,
    head: (
      <span className={styles.head}>
        <strong>{judgment.annotator.name}</strong>
        <span>
          <RelativeTime at={judgment.submittedAt} /> · {formatDuration(judgment.activeMs)}
        </span>
      </span>
    ),
    foot: (
      <Button
        size="small"
        variant={picked === judgment.judgmentId ? 'primary' : 'plain'}
        aria-pressed={picked === judgment.judgmentId}
        {...(index < 9 && { keyHint: String(index + 1) })}
        onClick={() => onPick(judgment.judgmentId)}
      >
        {picked === judgment.judgmentId ? say('Picked') : say('Pick')}
      </Button>
    ),
  }));
}

/** Everybody's answers side by side, and the form that settles the item. */
export function SettleItem(props: SettleItemProps) {
  const { projectId, project, item, rubric, current, mayManage, isCovered, onWrite, onDone } = props;
  const [settlement, dispatch] = useReducer(reduceSettlement, current, beginWith);
  const headings = useQuery(headingsQuery(projectId, project.guidelineVersion));
  const sending = useSettleItem({ projectId, itemId: item.itemId, current, onDone });
  const pick = (judgmentId: string) => dispatch({ kind: 'pick', judgmentId });
  const write = () => onWrite((answers) => dispatch({ kind: 'write', answers }));
  const send = () => sending.send(settlement);
  useSettleKeys({
    isOff: isCovered,
    onPick: (index) => {
      const judgment = item.judgments[index];
      if (judgment !== undefined) pick(judgment.judgmentId);
    },
    onCause: (cause) => dispatch({ kind: 'cause', cause }),
    onWrite: write,
    onSend: send,
  });
  const own: AnswerColumn[] =
    settlement.answers === null
      ? []
      : [{ key: 'final', answers: settlement.answers, head: <strong>{say('Final answer')}</strong> }];
  return (
    <ItemTexts item={item} rubric={rubric}>
      <div className={styles.below}>
        <Section
          title={say('Answers')}
          actions={
            <Button keyHint="W" onClick={write}>
              {settlement.answers === null ? say('Give another answer') : say('Change the answer')}
            </Button>
          }
        >
          <AnswerTable
            label={say('Answers by question')}
            rubric={rubric}
            item={item}
            columns={[...judgmentColumns(item, settlement.pickedJudgmentId, pick), ...own]}
          />
        </Section>
        <SettleForm
          {...{ settlement, dispatch, mayManage, current }}
          headings={headings.data ?? []}
          criteria={rubric.criteria}
          isSending={sending.isPending}
          onSend={send}
        />
      </div>
    </ItemTexts>
  );
}
