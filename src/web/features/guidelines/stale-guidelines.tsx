import { useState } from 'react';
import { diffSections } from '#domain/guidelines/diff-sections.ts';
import { parseSections } from '#domain/guidelines/sections.ts';
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
        {newest.note !== '' && `“${newest.note}” `}Load it (your edits are put aside), or keep yours to
        replace it.
      </Notice>
      {isComparing && <SectionDiff changes={diffSections(parseSections(theirs), parseSections(mine))} />}
    </Stack>
  );
}
