import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { deleteProject, type Project } from '#contract/projects.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { projectQuery, projectsQuery } from '#web/session/use-project.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { errorText } from '#web/ui/error-state.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Section } from '#web/ui/section.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { showToast } from '#web/ui/toast.tsx';

/** Deletes a project in which nobody has judged; others are closed, never deleted. */
export function DeleteProject({ project }: { readonly project: Project }) {
  const [typed, setTyped] = useState<string | null>(null);
  const hasWork = project.judgmentsTotal > 0;
  return (
    <Section
      title={say('Delete')}
      summary={
        hasWork
          ? say(
              'This project holds judgments, so it cannot be deleted. Close it instead: nothing is lost then.',
            )
          : say(
              'Nobody has judged here yet, so the project can be deleted with its items, rubric and guidelines.',
            )
      }
    >
      <Button variant="danger" disabled={hasWork} onClick={() => setTyped('')}>
        {say('Delete the project')}
      </Button>
      {typed !== null && (
        <DeleteDialog project={project} typed={typed} onType={setTyped} onClose={() => setTyped(null)} />
      )}
    </Section>
  );
}

interface DeleteDialogProps {
  readonly project: Project;
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly onClose: () => void;
}

/** This cannot be undone, so the name is asked for. */
function DeleteDialog({ project, typed, onType, onClose }: DeleteDialogProps) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => api.call(deleteProject, { params: { projectId: project.id } }),
    onSuccess: async () => {
      await navigate({ to: '/' });
      queries.removeQueries(projectQuery(project.id));
      void queries.invalidateQueries(projectsQuery);
      showToast(say('{name} was deleted.', { name: project.name }));
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('Delete {name}?', { name: project.name })}
      footer={
        <>
          <Button onClick={onClose}>{say('Keep it')}</Button>
          <Button
            variant="danger"
            disabled={typed.trim() !== project.name}
            busy={remove.isPending}
            onClick={() => remove.mutate()}
          >
            {say('Delete for good')}
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <p>{say('This cannot be undone. Everybody loses access at once, and its items are gone.')}</p>
        <TextField
          label={say('Type “{name}” to go on', { name: project.name })}
          value={typed}
          autoComplete="off"
          data-autofocus
          onChange={(event) => onType(event.target.value)}
        />
        {remove.error !== null && <Notice tone="bad">{errorText(remove.error)}</Notice>}
      </Stack>
    </Dialog>
  );
}
