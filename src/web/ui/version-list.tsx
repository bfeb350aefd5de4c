import { say } from '#web/messages/say.ts';
import { Button } from './button.tsx';
import { RelativeTime } from './relative-time.tsx';
import { Tag } from './tag.tsx';
import styles from './version-list.module.css';

export interface VersionFacts {
  readonly version: number;
  readonly note: string;
  readonly createdAt: string;
  readonly createdByName: string;
}

interface VersionListProps {
  readonly label: string;
  /** Newest first. */
  readonly versions: readonly VersionFacts[];
  readonly shown?: number | null;
  readonly onShow: (version: number) => void;
}

/** Numbered versions that never change, newest first, each with who made it, when and why. */
export function VersionList({ label, versions, shown, onShow }: VersionListProps) {
  return (
    <ol className={styles.list} aria-label={label}>
      {versions.map((facts, index) => (
        <li
          key={facts.version}
          className={styles.version}
          aria-current={facts.version === shown || undefined}
        >
          <div className={styles.words}>
            <p className={styles.title}>
              {say('Version {version}', { version: facts.version })}{' '}
              {index === 0 && <Tag>{say('in use')}</Tag>}
            </p>
            <p className={styles.facts}>
              {facts.createdByName} · <RelativeTime at={facts.createdAt} />
            </p>
            {facts.note !== '' && <p className={styles.note}>{facts.note}</p>}
          </div>
          <Button
            size="small"
            onClick={() => onShow(facts.version)}
            aria-label={say('Show version {version}', { version: facts.version })}
          >
            {say('Show')}
          </Button>
        </li>
      ))}
    </ol>
  );
}
