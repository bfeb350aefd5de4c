import type { RubricFileReading } from '#contract/read-rubric-file.ts';
import { diffRubrics } from '#domain/rubrics/diff-rubrics.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { ChangeList } from '#web/ui/change-list.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Stack } from '#web/ui/stack.tsx';
import styles from './imported-rubric.module.css';
import { PlaceList } from './place-list.tsx';

interface ImportedRubricProps {
  readonly before: Rubric;
  readonly reading: Extract<RubricFileReading, { kind: 'rubric' }>;
  readonly onTake: () => void;
}

/** How the file differs from what is being edited, and the act that takes it in. */
export function ImportedRubric({ before, reading, onTake }: ImportedRubricProps) {
  const changes = diffRubrics(before, reading.rubric);
  const { contradictions } = reading;
  if (changes.length === 0) {
    return <Notice tone="good">{say('This file holds the same rubric as the designer.')}</Notice>;
  }
  return (
    <Stack gap={4}>
      {contradictions.length > 0 && (
        <Notice
          tone="warn"
          title={say(
            '{count, plural, one {It holds a contradiction} other {It holds # contradictions}}, to be solved before it can be published.',
            { count: contradictions.length },
          )}
        >
          <PlaceList places={contradictions} />
        </Notice>
      )}
      <div className={styles.changes}>
        <ChangeList label={say('How the file differs from your edits')} changes={changes} />
      </div>
      <Button variant="primary" wide onClick={onTake}>
        {say('Take it as the draft')}
      </Button>
      <p className={styles.hint}>{say('Nothing is published. Undo brings your edits back.')}</p>
    </Stack>
  );
}
