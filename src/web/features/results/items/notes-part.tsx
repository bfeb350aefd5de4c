import { findCriterion, type Rubric } from '#domain/rubrics/rubric.ts';
import { AnswerTable } from '#web/features/results/answers/answer-table.tsx';
import { isEmpty } from '#web/features/results/answers/is-empty.ts';
import type { ItemDetail } from '#web/features/results/item-detail.ts';
import { FlagWords } from '#web/features/results/questions/question-words.tsx';
import type { useSettle } from '#web/features/results/questions/use-settle.ts';
import { say } from '#web/messages/say.ts';
import { Say } from '#web/messages/say-element.tsx';
import { nameOutcome, nameReason, nameViolation } from '#web/session/flag-names.ts';
import { Button } from '#web/ui/button.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Section } from '#web/ui/section.tsx';
import { Tag } from '#web/ui/tag.tsx';
import styles from './item.module.css';

interface NotesPartProps {
  readonly item: ItemDetail;
  readonly rubric: Rubric | undefined;
  readonly settlement: ReturnType<typeof useSettle>;
  readonly maySettle: boolean;
}
type ItemFlag = ItemDetail['flags'][number];

/** What a flag is about, in a few words. */
function nameFlag({ kind, violationType, criterionKey, section }: ItemFlag, rubric?: Rubric): string {
  const criterion = criterionKey === null ? undefined : rubric && findCriterion(rubric, criterionKey);
  return [
    nameReason(kind),
    ...(violationType === null ? [] : [nameViolation(violationType)]),
    ...(criterionKey === null ? [] : [`“${criterion?.label ?? criterionKey}”`]),
    ...(section === '' ? [] : [`§ ${section}`]),
  ].join(' · ');
}

function Ending({ settled }: { readonly settled: NonNullable<ItemFlag['settled']> }) {
  return (
    <p>
      <Say
        text="Settled by {name}, {when}"
        values={{ name: settled.by.name, when: <RelativeTime at={settled.at} /> }}
      />
      {settled.outcome !== null && ` · ${nameOutcome(settled.outcome)}`}
      {settled.note !== '' && `: ${settled.note}`}
    </p>
  );
}

/** What stood on the form when the flag was raised. */
function AnswersSoFar(props: Pick<NotesPartProps, 'item' | 'rubric'> & { readonly flag: ItemFlag }) {
  const { item, rubric, flag } = props;
  if (flag.answersSoFar === null || rubric === undefined || isEmpty(flag.answersSoFar)) return null;
  return (
    <details>
      <summary>{say('What was answered by then')}</summary>
      <AnswerTable
        label={say('Answers of {name}', { name: flag.by.name })}
        rubric={rubric}
        item={item}
        columns={[{ key: flag.flagId, head: flag.by.name, answers: flag.answersSoFar }]}
      />
    </details>
  );
}

function FlagNote(props: NotesPartProps & { readonly flag: ItemFlag }) {
  const { flag, item, rubric, settlement, maySettle } = props;
  const { flagId, by, createdAt, settled } = flag;
  return (
    <li>
      <Tag tone={settled === null ? 'warn' : 'neutral'}>{say('flag')}</Tag> {nameFlag(flag, rubric)},{' '}
      {by.name}, <RelativeTime at={createdAt} />
      <FlagWords {...flag} />
      <AnswersSoFar {...{ item, rubric, flag }} />
      {settled !== null && <Ending settled={settled} />}
      {maySettle && (
        <Button
          size="small"
          variant={settled === null ? 'plain' : 'quiet'}
          busy={settlement.isPending}
          onClick={() => settlement.mutate({ flagId, settled: settled === null })}
        >
          {settled === null ? say('Settle') : say('Open again')}
        </Button>
      )}
    </li>
  );
}

/** Who asked for help with the item and who passed it on, and why. */
export function NotesPart(props: NotesPartProps) {
  const { flags, skips } = props.item;
  if (flags.length + skips.length === 0) return null;
  return (
    <Section title={say('Flags and skips')}>
      <ul className={styles.notes}>
        {flags.map((flag) => (
          <FlagNote key={flag.flagId} flag={flag} {...props} />
        ))}
        {skips.map(({ reason, note, by, at }) => (
          <li key={`${by.personId}-${at}`}>
            <Tag>{say('skip')}</Tag> {nameReason(reason)}, {by.name}, <RelativeTime at={at} />
            {note !== '' && <p>{note}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
