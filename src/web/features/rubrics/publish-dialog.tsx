import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { publishRubric } from '#contract/rubrics.ts';
import type { RubricChange } from '#domain/rubrics/diff-rubrics.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { projectQuery } from '#web/session/use-project.ts';
import { Button } from '#web/ui/button.tsx';
import { ChangeList } from '#web/ui/change-list.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { errorText } from '#web/ui/error-state.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import { rubricQuery, rubricVersionsQuery } from './rubric-queries.ts';

interface PublishDialogProps {
  readonly projectId: string;
  readonly rubric: Rubric;
  readonly basedOn: number;
  readonly changes: readonly RubricChange[];
  readonly onClose: () => void;
  readonly onPublished: (version: number) => void;
}

/** Shows what changed, asks why, and makes the next version. */
export function PublishDialog({
  projectId,
  rubric,
  basedOn,
  changes,
  onClose,
  onPublished,
}: PublishDialogProps) {
  const [note, setNote] = useState('');
  const queries = useQueryClient();
  const publish = useMutation({
    mutationFn: () =>
      api.call(publishRubric, { params: { projectId }, body: { rubric, note: note.trim(), basedOn } }),
    onSuccess: ({ rubric: _published, ...facts }) => {
      const { version } = facts;
      queries.setQueryData(rubricQuery(projectId, version).queryKey, rubric);
      queries.setQueryData(
        rubricVersionsQuery(projectId).queryKey,
        (old) => old && { versions: [facts, ...old.versions] },
      );
      onPublished(version);
    },
    // A refusal may mean that somebody else published: the newest version is then shown behind this.
    onSettled: () => {
      void queries.invalidateQueries(rubricVersionsQuery(projectId));
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
      width={560}
    >
      <form onSubmit={send}>
        <Stack gap={4}>
          <ChangeList label={say('What changed')} changes={changes} />
          <TextArea
            label={say('Why')}
            optional
            data-autofocus
            value={note}
            maxLength={500}
            hint={say(
              'Annotators and results show this note with the version. Judgments given so far keep the version they were given under.',
            )}
            onChange={(event) => setNote(event.target.value)}
          />
          {publish.error !== null && <Notice tone="bad">{errorText(publish.error)}</Notice>}
          <Stack gap={2}>
            <Button type="submit" variant="primary" busy={publish.isPending} wide>
              {say('Publish version {version}', { version: basedOn + 1 })}
            </Button>
          </Stack>
        </Stack>
      </form>
    </Dialog>
  );
}
