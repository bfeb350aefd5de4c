import { Link } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { Section } from '#web/ui/section.tsx';
import { baseSentence, chanceSentence, evidenceSentence } from './evidence-words.ts';
import styles from './people-quality.module.css';
import type { Evidence } from './people-queries.ts';

/** What a lead should look at in somebody's work, with base rates and the items behind it; nothing where there is none. */
export function EvidencePart({
  projectId,
  evidence,
}: {
  readonly projectId: string;
  readonly evidence: readonly Evidence[];
}) {
  if (evidence.length === 0) return null;
  return (
    <Section
      title={say('Worth a look')}
      summary={say(
        'What is rare among the others and too large for chance. It says what was seen, not why: look at the items and ask before you conclude anything. Only leads see this.',
      )}
    >
      <ul className={styles.findings}>
        {evidence.map((one) => (
          <li key={`${one.kind}${one.other?.personId ?? ''}`}>
            <strong>{evidenceSentence(one)}</strong> {baseSentence(one)} {chanceSentence(one)}
            <Items projectId={projectId} itemIds={one.itemIds} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Items({ projectId, itemIds }: { readonly projectId: string; readonly itemIds: readonly string[] }) {
  if (itemIds.length === 0) return null;
  return (
    <div className={styles.facts}>
      <span>{say('Items behind it:')}</span>
      {itemIds.map((itemId, place) => (
        <Link
          key={itemId}
          to="/projects/$projectId/items/$itemId"
          params={{ projectId, itemId }}
          aria-label={say('Item {number} behind it', { number: place + 1 })}
        >
          {place + 1}
        </Link>
      ))}
    </div>
  );
}
