import { useState } from 'react';
import { diffRubrics } from '#domain/rubrics/diff-rubrics.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
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
      title={say('{name} published version {version} while you were editing.', {
        name: newest.createdByName,
        version: newest.version,
      })}
      action={
        <Row>
          <Button size="small" aria-expanded={isComparing} onClick={() => setComparing(!isComparing)}>
            {say('Compare')}
          </Button>
          <Button size="small" onClick={onTake}>
            {say('Load version {version}', { version: newest.version })}
          </Button>
          <Button size="small" onClick={onKeep}>
            {say('Keep mine')}
          </Button>
        </Row>
      }
    >
      <Stack gap={2}>
        <p>
          {newest.note !== '' && `“${newest.note}” `}
          {say('Load it (undo brings your edits back), or keep yours to replace it.')}
        </p>
        {isComparing &&
          (changes.length === 0 ? (
            <p>{say('Your edits come to the same as version {version}.', { version: newest.version })}</p>
          ) : (
            <ChangeList
              label={say('How your edits differ from version {version}', { version: newest.version })}
              changes={changes}
            />
          ))}
      </Stack>
    </Notice>
  );
}
