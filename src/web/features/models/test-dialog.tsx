import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type ModelEndpoint, testModelEndpoint } from '#contract/models.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { errorText } from '#web/ui/error-state.tsx';
import { formatDecimal } from '#web/ui/format-number.ts';
import { Notice } from '#web/ui/notice.tsx';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { TextArea } from '#web/ui/text-field.tsx';

interface TestDialogProps {
  readonly projectId: string;
  readonly endpoint: ModelEndpoint;
  readonly onClose: () => void;
}

/** One message to one model, to see what it answers. */
export function TestDialog({ projectId, endpoint, onClose }: TestDialogProps) {
  const [text, setText] = useState(say('Hello! Who are you?'));
  const test = useMutation({
    mutationFn: () =>
      api.call(testModelEndpoint, {
        params: { projectId, endpointId: endpoint.endpointId },
        body: { text },
      }),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') test.mutate();
  };
  const { data, error } = test;
  return (
    <Dialog open onClose={onClose} title={say('Test {name}', { name: endpoint.name })} width={560}>
      <form onSubmit={send}>
        <Stack gap={4}>
          <TextArea
            label={say('Message')}
            value={text}
            data-autofocus=""
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="submit" variant="primary" busy={test.isPending}>
            {say('Send')}
          </Button>
          {error !== null && <Notice tone="bad">{errorText(error)}</Notice>}
          {data !== undefined && (
            <Stack gap={2}>
              {data.problem !== null && <Notice tone="warn">{data.problem}</Notice>}
              {data.text !== '' && <RenderedText text={data.text} />}
              <p>{say('Answered in {seconds} s.', { seconds: formatDecimal(data.latencyMs / 1000, 1) })}</p>
            </Stack>
          )}
        </Stack>
      </form>
    </Dialog>
  );
}
