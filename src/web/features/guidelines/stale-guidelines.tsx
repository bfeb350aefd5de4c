import { useState } from 'react';
import { diffSections } from '#domain/guidelines/diff-sections.ts';
import { parseSections } from '#domain/guidelines/sections.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Row, Stack } from '#web/ui/stack.tsx';
import type { VersionFacts } from '#web/ui/version-list.tsx';
import { SectionDiff } from './section-diff.tsx';

interface StaleGuidelinesProps {
  readonly newest: VersionFacts;
  readonly theirs: string;
  readonly mine: string;
  /** Takes the newer version in; the own edits are put aside. */
  readonly onTake: () => void;
  /** Goes on with the own edits, which will replace the newer version. */
  readonly onKeep: () => void;
}

/** Says that somebody published meanwhile, shows how that differs, and offers both ways on. */
export function StaleGuidelines({ newest, theirs, mine, onTake, onKeep }: StaleGuidelinesProps) {
  const [isComparing, setComparing] = useState(false);
  return (
    <Stack gap={3}>
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
        {newest.note !== '' && `“${newest.note}” `}
        {say('Load it (your edits are put aside), or keep yours to replace it.')}
      </Notice>
      {isComparing && <SectionDiff changes={diffSections(parseSections(theirs), parseSections(mine))} />}
    </Stack>
  );
}
