import { type ActionDispatch, useReducer, useRef } from 'react';
import { say } from '#web/messages/say.ts';
import { errorText } from '#web/ui/error-state.tsx';
import { findBegunUpload, rememberUpload } from './begun-uploads.ts';
import { flowStart, type ImportFlow, type ImportFlowEvent, nextFlow } from './import-flow.ts';
import { sendFile } from './send-file.ts';
import { createUploadPort } from './upload-port.ts';

export interface ImportFlowHandle {
  readonly flow: ImportFlow;
  readonly tell: ActionDispatch<[ImportFlowEvent]>;
  readonly choose: (file: File) => void;
  readonly stop: () => void;
}

/** The way of one file from this machine to the choices about it. */
export function useImportFlow(projectId: string): ImportFlowHandle {
  const [flow, tell] = useReducer(nextFlow, flowStart);
  const sending = useRef<AbortController>(null);
  const stop = () => {
    sending.current?.abort();
    sending.current = null;
    tell({ type: 'left' });
  };
  const send = async (file: File) => {
    const own = new AbortController();
    sending.current = own;
    tell({ type: 'chosen', fileName: file.name, sizeBytes: file.size });
    try {
      const { id } = await sendFile({
        file,
        port: createUploadPort(projectId, file),
        signal: own.signal,
        begun: findBegunUpload(projectId, file),
        onBegin: (uploadId) => rememberUpload(projectId, file, uploadId),
        onProgress: (bytes, isCut) => tell({ type: 'sent', bytes, isCut, atMs: performance.now() }),
      });
      tell({ type: 'arrived', uploadId: id });
    } catch (error) {
      if (!own.signal.aborted) tell({ type: 'failed', problem: errorText(error) });
    }
  };
  const choose = (file: File) => {
    if (file.size === 0)
      tell({ type: 'failed', problem: say('{name} is empty. Choose another file.', { name: file.name }) });
    else void send(file);
  };
  return { flow, tell, choose, stop };
}
