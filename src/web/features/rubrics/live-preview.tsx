import { type ComponentType, memo, useDeferredValue } from 'react';
import { exampleFor } from '#domain/rubrics/example-for.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import styles from './live-preview.module.css';
import type { JudgingPreviewProps } from './preview-item.ts';

interface LivePreviewProps {
  readonly JudgingPreview: ComponentType<JudgingPreviewProps>;
  readonly rubric: Rubric | undefined;
  /** The template that the project began with; its example is shown where it still fits. */
  readonly templateKey: string | null;
  /** The newest edits contradict themselves, so that an earlier state is shown. */
  readonly isBehind: boolean;
}

/** The real judging screen with a made-up task, beside the form. */
export const LivePreview = memo(function LivePreview(props: LivePreviewProps) {
  const { JudgingPreview, rubric, templateKey, isBehind } = props;
  const shown = useDeferredValue(rubric);
  return (
    <section className={styles.preview} aria-label={say('Preview')}>
      <header className={styles.header}>
        <h2>{say('What annotators see')}</h2>
        <p>
          {isBehind
            ? say('Waits for the contradictions on the left to be solved.')
            : say('A made-up task. Click into it and judge by keyboard.')}
        </p>
      </header>
      <div className={styles.frame}>
        {shown === undefined ? (
          <EmptyState title={say('Nothing to show yet')}>
            {say('Add a criterion, and it is shown here as it will be asked.')}
          </EmptyState>
        ) : (
          <JudgingPreview rubric={shown} item={exampleFor(shown, templateKey)} />
        )}
      </div>
    </section>
  );
});
