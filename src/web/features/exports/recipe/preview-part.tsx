import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { previewQuery } from '#web/features/exports/exports-queries.ts';
import { say } from '#web/messages/say.ts';
import { formatCount } from '#web/ui/format-number.ts';
import { Loaded } from '#web/ui/loaded.tsx';
import { Section } from '#web/ui/section.tsx';
import { listDrops, previewSentence } from './drop-words.ts';
import { PreviewRows } from './preview-rows.tsx';
import styles from './recipe.module.css';
import type { Recipe } from './recipe.ts';
import { useSettled } from './use-settled.ts';

const typingMs = 400;

/** The first rows that a recipe makes, and why others make none. */
export function PreviewPart({ projectId, recipe }: { readonly projectId: string; readonly recipe: Recipe }) {
  const settled = useSettled(recipe, typingMs);
  const preview = useQuery({ ...previewQuery(projectId, settled), placeholderData: keepPreviousData });
  const { data } = preview;
  const shown = data && { rows: data.rows.length, itemsSeen: data.itemsSeen, drops: data.drops };
  return (
    <Section title={say('First rows')} summary={shown && !preview.error && previewSentence(shown)}>
      <Loaded
        from={preview.error ? { ...preview, data: undefined } : preview}
        title={say('This recipe cannot be exported')}
        lines={6}
      >
        {({ rows, drops }) => (
          <>
            <ul className={styles.drops} aria-label={say('What is left out')}>
              {listDrops(drops).map(({ key, count, text }) => (
                <li key={key}>
                  <span>{formatCount(count)}</span> {text}
                </li>
              ))}
            </ul>
            <PreviewRows rows={rows} />
          </>
        )}
      </Loaded>
    </Section>
  );
}
