import { readUpload, sendUploadBytes, startUpload } from '#contract/imports.ts';
import { api } from '#web/session/api.ts';
import type { UploadPort } from './send-file.ts';

function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, ms);
    function done() {
      signal.removeEventListener('abort', stop);
      window.removeEventListener('online', done);
      clearTimeout(timer);
      resolve();
    }
    function stop() {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      reject(signal.reason);
    }
    signal.addEventListener('abort', stop, { once: true });
    // No need to wait longer when the browser says that the network is back.
    window.addEventListener('online', done, { once: true });
  });
}

/** Uploads to the server of this page. */
export function createUploadPort(projectId: string, file: File): UploadPort {
  return {
    start: () =>
      api.call(startUpload, {
        params: { projectId },
        body: { fileName: file.name.slice(0, 300) || 'file', sizeBytes: file.size },
      }),
    send: (uploadId, offset, bytes, signal) =>
      api.sendBytes(sendUploadBytes, { params: { projectId, uploadId }, query: { offset }, bytes, signal }),
    read: (uploadId, signal) => api.call(readUpload, { params: { projectId, uploadId }, signal }),
    wait: waitFor,
    nowMs: () => performance.now(),
  };
}
