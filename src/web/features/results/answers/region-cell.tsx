import type { RegionMark } from '#domain/judging/answers.ts';
import type { RegionsScale } from '#domain/rubrics/scale.ts';
import { type Message, message, say } from '#web/messages/say.ts';
import { formatTime } from '#web/ui/media/format-time.ts';
import { Tag } from '#web/ui/tag.tsx';
import styles from './made-cells.module.css';
import type { ShownItem } from './shown-item.ts';

const shapeWords: Readonly<Record<'box' | 'polygon', Message>> = {
  box: message('box'),
  polygon: message('polygon'),
};

/** Where a region is, in a few words. */
export function describeShape({ shape }: RegionMark): string {
  if (shape.kind === 'time')
    return say('{from} to {to}', { from: formatTime(shape.startMs), to: formatTime(shape.endMs) });
  const kind = say(shapeWords[shape.kind]);
  return shape.page === undefined
    ? kind
    : say('{shape} on page {page, number}', { shape: kind, page: shape.page });
}

/** The label of a region as the rubric names it. */
export function nameRegion({ labels }: Pick<RegionsScale, 'labels'>, key: string): string {
  return labels.find((option) => option.key === key)?.label ?? key;
}

interface RegionCellProps {
  readonly regions: readonly RegionMark[];
  readonly scale: RegionsScale;
  readonly item: ShownItem;
}

/** What one person marked in pictures, pages and recordings. */
export function RegionCell({ regions, scale, item }: RegionCellProps) {
  if (regions.length === 0) return <span className={styles.faint}>{say('Nothing to mark')}</span>;
  const files = [...item.prompt, ...item.responses].flatMap(({ attachments = [] }) => attachments);
  return (
    <ol className={styles.marks}>
      {regions.map((region) => (
        <li key={region.id} className={styles.mark}>
          <span className={styles.head}>
            <Tag>{nameRegion(scale, region.label)}</Tag>
            <span className={styles.faint}>
              {files.find(({ mediaId }) => mediaId === region.mediaId)?.name ?? say('a file')},{' '}
              {describeShape(region)}
            </span>
          </span>
          {region.note !== undefined && <p dir="auto">{region.note}</p>}
        </li>
      ))}
    </ol>
  );
}
