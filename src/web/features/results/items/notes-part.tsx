import type { ItemDetail } from '#web/features/results/item-detail.ts';
import { Button } from '#web/ui/button.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Section } from '#web/ui/section.tsx';
import { Tag } from '#web/ui/tag.tsx';
import styles from './item.module.css';
import type { useSettlement } from './use-settlement.ts';

const kindWords: Readonly<Record<string, string>> = {
  policy_violation: 'Breaks the policy',
  personal_data: 'Personal data',
  illegal: 'Illegal content',
  rubric_unclear: 'The rubric does not cover this',
  unclear: 'Unclear',
  outside_my_expertise: 'Outside their expertise',
  language: 'Language',
  distressing: 'Distressing',
  broken: 'Broken',
  other: 'Other',
};

interface NotesPartProps {
  readonly item: ItemDetail;
  readonly settlement: ReturnType<typeof useSettlement>;
  readonly maySettle: boolean;
}

function FlagNote({
  flag,
  settlement,
  maySettle,
}: Omit<NotesPartProps, 'item'> & { readonly flag: ItemDetail['flags'][number] }) {
  const { flagId, kind, note, by, createdAt, settled } = flag;
  return (
    <li>
      <Tag tone={settled === null ? 'warn' : 'neutral'}>flag</Tag> {kindWords[kind] ?? kind}, {by.name},{' '}
      <RelativeTime at={createdAt} />
      {note !== '' && <p>{note}</p>}
      {settled !== null && (
        <p>
          Settled by {settled.by.name}, <RelativeTime at={settled.at} />
          {settled.note !== '' && `: ${settled.note}`}
        </p>
      )}
      {maySettle && (
        <Button
          size="small"
          variant={settled === null ? 'plain' : 'quiet'}
          busy={settlement.isPending}
          onClick={() => settlement.mutate({ flagId, settled: settled === null })}
        >
          {settled === null ? 'Settle' : 'Open again'}
        </Button>
      )}
    </li>
  );
}

/** Who asked for help with the item and who passed it on, and why. */
export function NotesPart({ item, ...acts }: NotesPartProps) {
  const { flags, skips } = item;
  if (flags.length + skips.length === 0) return null;
  return (
    <Section title="Flags and skips">
      <ul className={styles.notes}>
        {flags.map((flag) => (
          <FlagNote key={flag.flagId} flag={flag} {...acts} />
        ))}
        {skips.map(({ reason, note, by, at }) => (
          <li key={`${by.personId}-${at}`}>
            <Tag>skip</Tag> {kindWords[reason] ?? reason}, {by.name}, <RelativeTime at={at} />
            {note !== '' && <p>{note}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
