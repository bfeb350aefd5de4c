import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { writeRubricFile } from '#contract/rubric-file.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { IconButton } from '#web/ui/icon-button.tsx';
import { Menu } from '#web/ui/menu.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { rubricFileName, saveTextFile } from './save-text-file.ts';

interface RubricFileMenuProps {
  readonly projectName: string;
  /** The rubric as it is being edited. */
  readonly rubric: Rubric;
  /** Takes another rubric in place of the edits; undo brings them back. */
  readonly onTake: (rubric: Rubric) => void;
}

/** The rubric as a file: out of the designer, and into it. */
export function RubricFileMenu({ projectName, rubric, onTake }: RubricFileMenuProps) {
  const [isImporting, setImporting] = useState(false);
  const save = () =>
    saveTextFile(
      rubricFileName(projectName),
      writeRubricFile(rubric, { origin: location.origin, name: projectName }),
    );
  return (
    <>
      <Menu
        trigger={<IconButton label={say('The rubric as a file')} icon={<Ellipsis />} />}
        groups={[
          [
            {
              label: say('Export as a file'),
              hint: say('As it stands here, with unpublished edits'),
              onSelect: save,
            },
            {
              label: say('Import a file …'),
              hint: say('Takes the place of the edits; nothing is published'),
              onSelect: () => setImporting(true),
            },
          ],
        ]}
      />
      {isImporting && <ImportDialog rubric={rubric} onTake={onTake} onClose={() => setImporting(false)} />}
    </>
  );
}
