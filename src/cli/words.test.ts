import { describe, expect, it } from 'vitest';
import { createProgress, formatBar } from './progress.ts';
import { bytes, count, oneLine, table } from './words.ts';

describe('words', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_400_000, '1.4 MB'],
    [25_000_000_000, '25 GB'],
  ])('%d bytes are %s', (value, text) => expect(bytes(value)).toBe(text));

  it('count and noun agree', () => {
    expect([count(1, 'row'), count(1234, 'row')]).toEqual(['1 row', '1,234 rows']);
  });

  it('one line holds nothing that steers a terminal', () => {
    expect(oneLine('a\n\u001b[2Jb', 20)).toBe('a ·[2Jb');
    expect(oneLine('12345', 4)).toBe('123…');
  });

  it('columns stand below each other', () => {
    expect(
      table([
        ['a', 'bb'],
        ['ccc', 'd'],
      ]),
    ).toEqual(['a    bb', 'ccc  d']);
  });
});

describe('progress', () => {
  it('is a bar for a person', () => {
    expect(formatBar({ label: 'Sending', share: 0.5, facts: '1 MB' })).toBe(
      `Sending ${'█'.repeat(12)}${'░'.repeat(12)} 50 % 1 MB`,
    );
  });

  it('is a line every five seconds for a log', () => {
    const notes: string[] = [];
    let now = 0;
    const terminal = {
      say: () => {},
      note: (text: string) => notes.push(text),
      draw: () => {},
      isInteractive: false,
      columns: 80,
      ask: async () => '',
      askSecretly: async () => '',
      readInput: async () => new Uint8Array(),
      onInterrupt: () => () => {},
      environment: {},
    };
    const progress = createProgress(terminal, () => now);
    for (now = 0; now <= 12_000; now += 1_000)
      progress.show({ label: 'Sending', share: now / 20_000, facts: '' });
    expect(notes).toEqual(['Sending: 25 %, ', 'Sending: 50 %, ']);
  });
});
