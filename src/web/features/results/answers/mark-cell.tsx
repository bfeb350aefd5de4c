import type { SpanMark } from '#domain/judging/answers.ts';
import type { ClaimsScale, MarksScale } from '#domain/rubrics/scale.ts';
import { sliceCharacters } from '#domain/text/slice-characters.ts';
import { say } from '#web/messages/say.ts';
import { readSafeLink } from '#web/ui/rendered-text/safe-link.ts';
import { Tag } from '#web/ui/tag.tsx';
import styles from './made-cells.module.css';
import { useMarkFocus } from './mark-focus.ts';
import { type ShownItem, textOfUnit } from './shown-item.ts';
import { nameUnit } from './unit-names.ts';

interface MarkCellProps {
  readonly marks: readonly SpanMark[];
  readonly scale: MarksScale | ClaimsScale;
  readonly item: ShownItem;
}

const nameIn = (options: readonly { readonly key: string; readonly label: string }[], key: string) =>
  options.find((option) => option.key === key)?.label ?? key;

/** The address that settles a claim: a link where it is a harmless one, else the bare text. */
function Source({ source }: { readonly source: string }) {
  const link = readSafeLink(source);
  return (
    <p>
      {say('Source')}:{' '}
      {link === undefined ? (
        source
      ) : (
        <a href={link.href} target="_blank" rel="noopener noreferrer nofollow">
          {link.host}
        </a>
      )}
    </p>
  );
}

function Mark({ mark, scale, item }: Omit<MarkCellProps, 'marks'> & { readonly mark: SpanMark }) {
  const { point } = useMarkFocus();
  const { unitId, start, end, label, severity, note, correction, claim, source } = mark;
  const text = textOfUnit(item, unitId);
  const isWhole = start === null || end === null;
  const place = isWhole ? null : { unitId, start, end };
  return (
    <li
      className={styles.mark}
      tabIndex={place === null ? undefined : 0}
      onMouseEnter={() => point(place)}
      onMouseLeave={() => point(null)}
      onFocus={() => point(place)}
      onBlur={() => point(null)}
    >
      <span className={styles.head}>
        <Tag>{nameIn(scale.kind === 'marks' ? scale.types : scale.verdicts, label)}</Tag>
        {severity !== undefined && scale.kind === 'marks' && (
          <span>{nameIn(scale.severities, severity)}</span>
        )}
        <span className={styles.faint}>{nameUnit(unitId)}</span>
      </span>
      {isWhole ? (
        <span className={styles.faint}>{say('the whole text')}</span>
      ) : (
        text !== undefined && (
          <q className={styles.passage} dir="auto">
            {sliceCharacters(text, start, end)}
          </q>
        )
      )}
      {claim !== undefined && <p dir="auto">{claim}</p>}
      {note !== undefined && <p dir="auto">{note}</p>}
      {correction !== undefined && (
        <p dir="auto">
          {say('Better')}: {correction}
        </p>
      )}
      {source !== undefined && <Source source={source} />}
    </li>
  );
}

/** What one person marked or claimed, passage by passage; pointing at one shows it in the text. */
export function MarkCell({ marks, scale, item }: MarkCellProps) {
  if (marks.length === 0) return <span className={styles.faint}>{say('Nothing to mark')}</span>;
  return (
    <ol className={styles.marks}>
      {marks.map((mark) => (
        <Mark key={mark.id} {...{ mark, scale, item }} />
      ))}
    </ol>
  );
}
