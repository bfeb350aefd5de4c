import type { ItemDetail } from '#web/features/results/item-detail.ts';
import { say } from '#web/messages/say.ts';
import { Say } from '#web/messages/say-element.tsx';
import { nameReason } from '#web/session/flag-names.ts';
import { Button } from '#web/ui/button.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Section } from '#web/ui/section.tsx';
import { Tag } from '#web/ui/tag.tsx';
import styles from './item.module.css';
import type { useSettlement } from './use-settlement.ts';

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
      <Tag tone={settled === null ? 'warn' : 'neutral'}>{say('flag')}</Tag> {nameReason(kind)}, {by.name},{' '}
      <RelativeTime at={createdAt} />
      {note !== '' && <p>{note}</p>}
      {settled !== null && (
        <p>
          <Say
            text="Settled by {name}, {when}"
            values={{ name: settled.by.name, when: <RelativeTime at={settled.at} /> }}
          />
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
          {settled === null ? say('Settle') : say('Open again')}
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
    <Section title={say('Flags and skips')}>
      <ul className={styles.notes}>
        {flags.map((flag) => (
          <FlagNote key={flag.flagId} flag={flag} {...acts} />
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
