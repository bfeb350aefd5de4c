import { useState } from 'react';
import { type RubricFileReading, readRubricFile } from '#contract/read-rubric-file.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { FilePick } from './file-pick.tsx';
import { ImportedRubric } from './imported-rubric.tsx';
import { UnreadableFile } from './unreadable-file.tsx';

interface ImportDialogProps {
  readonly rubric: Rubric;
  readonly onTake: (rubric: Rubric) => void;
  readonly onClose: () => void;
}

interface ReadFile {
  readonly name: string;
  readonly reading: RubricFileReading;
}

/** A file is chosen, read whole and shown as a difference; only then it takes the place of the edits. */
export function ImportDialog({ rubric, onTake, onClose }: ImportDialogProps) {
  const [file, setFile] = useState<ReadFile | null>(null);
  const read = async (chosen: File) => {
    setFile({ name: chosen.name, reading: readRubricFile(await chosen.text()) });
  };
  return (
    <Dialog open onClose={onClose} title={say('Import a rubric')} width={560}>
      <Stack gap={4}>
        <FilePick fileName={file?.name} onFile={(chosen) => void read(chosen)} />
        {file?.reading.kind === 'unreadable' && <UnreadableFile places={file.reading.places} />}
        {file?.reading.kind === 'rubric' && (
          <ImportedRubric
            before={rubric}
            reading={file.reading}
            onTake={() => {
              if (file.reading.kind === 'rubric') onTake(file.reading.rubric);
              onClose();
            }}
          />
        )}
      </Stack>
    </Dialog>
  );
}
