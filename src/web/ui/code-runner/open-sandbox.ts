import type { WorkerStart } from './execution.ts';
import type { Runtime } from './load-runtime.ts';

export interface SandboxWatch {
  readonly onMessage: (data: unknown) => void;
  /** The worker itself failed: nothing more will come. */
  readonly onCrash: (message: string) => void;
}

/**
 * Starts a worker inside a frame that has no origin and can reach no address; see `public/runner.html`.
 * The runtime's files go in as bytes, and the worker answers over a channel of its own. Returns what ends it all:
 * removing the frame kills the worker whatever it is doing.
 */
export function openSandbox(
  runtime: Runtime,
  start: Omit<WorkerStart, 'files'>,
  watch: SandboxWatch,
): () => void {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.hidden = true;
  frame.title = 'Code runner';
  frame.src = '/runner.html';
  const channel = new MessageChannel();
  channel.port1.onmessage = (event) => watch.onMessage(event.data);
  const listen = (event: MessageEvent) => {
    if (event.source === null || event.source !== frame.contentWindow) return;
    const said = event.data as { readonly kind?: unknown; readonly message?: unknown } | null;
    if (said?.kind === 'crashed') watch.onCrash(String(said.message));
    if (said?.kind !== 'listening') return;
    const parcel = { script: runtime.script, start: { ...start, files: runtime.files } };
    // A frame without an origin can only be addressed as anybody; our policy allows no other page in it.
    frame.contentWindow?.postMessage(parcel, '*', [channel.port2]);
  };
  window.addEventListener('message', listen);
  document.body.append(frame);
  return () => {
    window.removeEventListener('message', listen);
    channel.port1.close();
    frame.remove();
  };
}
