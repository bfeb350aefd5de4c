import type { ExecutionEnd, WorkerMessage } from './execution.ts';

const endings = ['ok', 'error', 'out_of_memory'] as const;
const streams = ['stdout', 'stderr'] as const;

/** Reads what came out of the sandbox, where hostile code may have meddled with it; undefined where it makes no sense. */
export function readWorkerMessage(data: unknown): WorkerMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const fields = data as Readonly<Record<string, unknown>>;
  switch (fields.kind) {
    case 'ready':
    case 'started':
    case 'cut':
      return { kind: fields.kind };
    case 'unavailable':
      return { kind: 'unavailable', message: textOr(fields.message, '') };
    case 'output': {
      const stream = streams.find((name) => name === fields.stream);
      return stream && typeof fields.text === 'string'
        ? { kind: 'output', stream, text: fields.text }
        : undefined;
    }
    case 'finished':
      return readEnd(fields);
    default:
      return undefined;
  }
}

function readEnd(fields: Readonly<Record<string, unknown>>): WorkerMessage | undefined {
  const status = endings.find((name) => name === fields.status);
  if (status === undefined) return undefined;
  const end: ExecutionEnd = {
    status,
    value: typeof fields.value === 'string' ? fields.value : null,
    error: typeof fields.error === 'string' ? fields.error : null,
    isBroken: fields.isBroken === true,
  };
  return { kind: 'finished', ...end };
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
