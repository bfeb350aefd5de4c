import { describe, expect, it, vi } from 'vitest';
import { SendQueue } from './send-queue.ts';

const fileCalled = (name: string) => new File(['x'], name);

function start(atOnce = 2) {
  const waiting = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
  const onDone = vi.fn();
  const queue = new SendQueue({
    send: (file) =>
      new Promise<void>((resolve, reject) => {
        waiting.set(file.name, { resolve, reject });
      }),
    explain: (error) => (error as Error).message,
    onDone,
    atOnce,
  });
  const settle = async (name: string, error?: Error) => {
    if (error) waiting.get(name)?.reject(error);
    else waiting.get(name)?.resolve();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { queue, settle, onDone, states: () => queue.read().map(({ name, state }) => `${name} ${state}`) };
}

describe('files to send', () => {
  it('travel a few at once and in their order', async () => {
    const { queue, settle, states, onDone } = start();
    queue.add(['a', 'b', 'c'].map(fileCalled));
    expect(states()).toEqual(['a sending', 'b sending', 'c waiting']);
    await settle('b');
    expect(states()).toEqual(['a sending', 'b done', 'c sending']);
    expect(onDone).toHaveBeenCalledTimes(1);
  });

  it('that fail say why, stop nothing, and can be sent again', async () => {
    const { queue, settle, states } = start(1);
    queue.add(['a', 'b'].map(fileCalled));
    await settle('a', new Error('It is an SVG.'));
    expect(queue.read()[0]?.problem).toBe('It is an SVG.');
    expect(states()).toEqual(['a failed', 'b sending']);
    queue.retry(queue.read()[0]?.id ?? 0);
    expect(states()).toEqual(['a waiting', 'b sending']);
    await settle('b');
    expect(queue.read()[0]).not.toHaveProperty('problem');
    expect(states()).toEqual(['a sending', 'b done']);
  });

  it('that have arrived make room for new ones', async () => {
    const { queue, settle, states } = start();
    queue.add([fileCalled('a')]);
    await settle('a');
    queue.add([fileCalled('b')]);
    expect(states()).toEqual(['b sending']);
  });

  it('are not begun once it is stopped', async () => {
    const { queue, settle, states } = start(1);
    queue.add(['a', 'b'].map(fileCalled));
    queue.stop();
    await settle('a');
    expect(states()).toEqual(['a done', 'b waiting']);
  });
});
