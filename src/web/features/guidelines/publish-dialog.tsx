import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { publishGuidelines } from '#contract/rubrics.ts';
import type { SectionChange } from '#domain/guidelines/diff-sections.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { projectQuery } from '#web/session/use-project.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { errorText } from '#web/ui/error-state.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import { guidelinesQuery, guidelineVersionsQuery } from './guideline-queries.ts';
import { SectionDiff } from './section-diff.tsx';

interface PublishDialogProps {
  readonly projectId: string;
  readonly markdown: string;
  readonly basedOn: number;
  readonly changes: readonly SectionChange[];
  readonly onClose: () => void;
  readonly onPublished: (version: number) => void;
}

/** Shows what changed section by section, asks why, and makes the next version. */
export function PublishDialog({
  projectId,
  markdown,
  basedOn,
  changes,
  onClose,
  onPublished,
}: PublishDialogProps) {
  const [note, setNote] = useState('');
  const queries = useQueryClient();
  const publish = useMutation({
    mutationFn: () =>
      api.call(publishGuidelines, { params: { projectId }, body: { markdown, note: note.trim(), basedOn } }),
    onSuccess: ({ markdown: _published, ...facts }) => {
      const { version } = facts;
      queries.setQueryData(guidelinesQuery(projectId, version).queryKey, markdown);
      queries.setQueryData(
        guidelineVersionsQuery(projectId).queryKey,
        (old) => old && { versions: [facts, ...old.versions] },
      );
      onPublished(version);
    },
    // A refusal may mean that somebody else published: the newest version is then shown behind this.
    onSettled: () => {
      void queries.invalidateQueries(guidelineVersionsQuery(projectId));
      void queries.invalidateQueries(projectQuery(projectId));
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!publish.isPending) publish.mutate();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('Publish version {version}', { version: basedOn + 1 })}
      width={680}
    >
      <form onSubmit={send}>
        <Stack gap={4}>
          <SectionDiff changes={changes} />
          <TextArea
            label={say('Why')}
            optional
            data-autofocus
            value={note}
            maxLength={500}
            hint={say('Shown with the version. Annotators see the new text at their next task.')}
            onChange={(event) => setNote(event.target.value)}
          />
          {publish.error !== null && <Notice tone="bad">{errorText(publish.error)}</Notice>}
          <Button type="submit" variant="primary" busy={publish.isPending} wide>
            {say('Publish version {version}', { version: basedOn + 1 })}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
