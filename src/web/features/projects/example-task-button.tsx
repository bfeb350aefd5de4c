import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Project } from '#contract/projects.ts';
import { say } from '#web/messages/say.ts';
import { projectQuery } from '#web/session/use-project.ts';
import { Button } from '#web/ui/button.tsx';
import { errorText } from '#web/ui/error-state.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { addExampleTask } from './add-example-task.ts';

/** One made-up task to try the project on, before any real data is there. */
export function ExampleTaskButton({ project }: { readonly project: Project }) {
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: () => addExampleTask(project),
    onSuccess: () => showToast(say('An example task was added.'), { tone: 'good' }),
    onSettled: () => queries.invalidateQueries(projectQuery(project.id)),
  });
  return (
    <>
      <Button size="small" variant="quiet" busy={add.isPending} onClick={() => add.mutate()}>
        {say('Add an example task')}
      </Button>
      {add.error !== null && <Notice tone="bad">{errorText(add.error)}</Notice>}
    </>
  );
}
