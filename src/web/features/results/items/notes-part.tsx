import type { ItemDetail } from '#web/features/results/item-detail.ts';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Section } from '#web/ui/section.tsx';
import { Tag } from '#web/ui/tag.tsx';
import styles from './item.module.css';

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

interface Note {
  readonly key: string;
  readonly kind: string;
  readonly text: string;
  readonly by: string;
  readonly at: string;
  readonly isFlag: boolean;
}

function notesOf({ flags, skips }: ItemDetail): readonly Note[] {
  return [
    ...flags.map((flag) => ({
      key: flag.flagId,
      kind: flag.kind,
      text: flag.note,
      by: flag.by.name,
      at: flag.createdAt,
      isFlag: true,
    })),
    ...skips.map((skip) => ({
      key: `${skip.by.personId}-${skip.at}`,
      kind: skip.reason,
      text: skip.note,
      by: skip.by.name,
      at: skip.at,
      isFlag: false,
    })),
  ];
}

/** Who asked for help with the item and who passed it on, and why. */
export function NotesPart({ item }: { readonly item: ItemDetail }) {
  const notes = notesOf(item);
  if (notes.length === 0) return null;
  return (
    <Section title="Flags and skips">
      <ul className={styles.notes}>
        {notes.map((note) => (
          <li key={note.key}>
            <Tag tone={note.isFlag ? 'warn' : 'neutral'}>{note.isFlag ? 'flag' : 'skip'}</Tag>{' '}
            {kindWords[note.kind] ?? note.kind}, {note.by}, <RelativeTime at={note.at} />
            {note.text !== '' && <p>{note.text}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
