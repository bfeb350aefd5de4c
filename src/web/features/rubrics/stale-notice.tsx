import { useState } from 'react';
import { diffRubrics } from '#domain/rubrics/diff-rubrics.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { Button } from '#web/ui/button.tsx';
import { ChangeList } from '#web/ui/change-list.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Row, Stack } from '#web/ui/stack.tsx';
import type { VersionFacts } from '#web/ui/version-list.tsx';

interface StaleNoticeProps {
  readonly newest: VersionFacts;
  readonly theirs: Rubric;
  readonly mine: Rubric;
  /** Takes the newer version in; undo brings the own edits back. */
  readonly onTake: () => void;
  /** Goes on with the own edits, which will replace the newer version. */
  readonly onKeep: () => void;
}

/** Says that somebody published meanwhile, shows how that differs, and offers both ways on. */
export function StaleNotice({ newest, theirs, mine, onTake, onKeep }: StaleNoticeProps) {
  const [isComparing, setComparing] = useState(false);
  const changes = diffRubrics(theirs, mine);
  return (
    <Notice
      tone="warn"
      title={`${newest.createdByName} published version ${newest.version} while you were editing.`}
      action={
        <Row>
          <Button size="small" aria-expanded={isComparing} onClick={() => setComparing(!isComparing)}>
            Compare
          </Button>
          <Button size="small" onClick={onTake}>
            Load version {newest.version}
          </Button>
          <Button size="small" onClick={onKeep}>
            Keep mine
          </Button>
        </Row>
      }
    >
      <Stack gap={2}>
        <p>
          {newest.note !== '' && `“${newest.note}” `}Load it (undo brings your edits back), or keep yours to
          replace it.
        </p>
        {isComparing &&
          (changes.length === 0 ? (
            <p>Your edits come to the same as version {newest.version}.</p>
          ) : (
            <ChangeList label={`How your edits differ from version ${newest.version}`} changes={changes} />
          ))}
      </Stack>
    </Notice>
  );
}
