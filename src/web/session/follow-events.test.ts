import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type EventStream, followEvents } from './follow-events.ts';

class FakeStream extends EventTarget {
  readyState = 0;
  close() {
    this.readyState = 2;
  }
  tell(name: string, data?: string) {
    this.dispatchEvent(new MessageEvent(name, { data }));
  }
}

function follow() {
  const streams: FakeStream[] = [];
  const seen: unknown[] = [];
  const stop = followEvents({
    open: () => {
      const stream = new FakeStream();
      streams.push(stream);
      return stream as unknown as EventStream;
    },
    names: ['progress', 'import'],
    onEvent: (name, data) => seen.push([name, data]),
    onState: (state) => seen.push(state),
  });
  return { streams, seen, stop, at: (index: number) => streams[index] ?? expect.unreachable() };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('hands on events with their data, and none where there is none', () => {
  const { seen, at } = follow();
  at(0).tell('open');
  at(0).tell('progress', '');
  at(0).tell('import', '{"id":"a"}');
  expect(seen).toEqual(['live', ['progress', undefined], ['import', { id: 'a' }]]);
});

it('asks to read everything anew after a cut that the browser mended', () => {
  const { seen, at, streams } = follow();
  at(0).tell('open');
  at(0).tell('error');
  at(0).tell('open');
  expect(seen).toEqual(['live', 'lost', 'live', ['progress', undefined], ['import', undefined]]);
  expect(streams).toHaveLength(1);
});

it('opens a new stream when the browser has given up', () => {
  const { seen, at, streams } = follow();
  at(0).close();
  at(0).tell('error');
  vi.runAllTimers();
  expect(streams).toHaveLength(2);
  at(1).tell('open');
  expect(seen).toEqual(['lost', 'live', ['progress', undefined], ['import', undefined]]);
});

it('opens nothing more once it is stopped', () => {
  const { at, streams, stop } = follow();
  at(0).close();
  at(0).tell('error');
  stop();
  vi.runAllTimers();
  expect(streams).toHaveLength(1);
});
