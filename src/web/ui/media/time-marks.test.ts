import { describe, expect, it, vi } from 'vitest';
import { rangeBetween, shiftRange, timeMarkKeys } from './time-marks.ts';

const ground = { durationMs: 10_000 };
const shape = { kind: 'time', startMs: 1_000, endMs: 2_000 } as const;

describe('a range', () => {
  it('lies between two places in whichever order, within the recording', () => {
    expect(rangeBetween(2_000, 1_000, ground)).toEqual(shape);
    expect(rangeBetween(-50, 99_999, ground)).toEqual({ kind: 'time', startMs: 0, endMs: 10_000 });
    expect(rangeBetween(1_000.4, 2_000.4, { durationMs: null })).toEqual(shape);
  });

  it('is none where it is too short to be meant', () => {
    expect(rangeBetween(1_000, 1_005, ground)).toBeNull();
  });

  it('is moved as a whole, and not over the ends', () => {
    expect(shiftRange(shape, { startMs: 100, endMs: 100 }, ground)).toMatchObject({
      startMs: 1_100,
      endMs: 2_100,
    });
    expect(shiftRange(shape, { startMs: -1_100, endMs: -1_100 }, ground)).toEqual(shape);
    expect(shiftRange(shape, { startMs: 8_100, endMs: 8_100 }, ground)).toEqual(shape);
  });

  it('is resized at its end, and never to nothing', () => {
    expect(shiftRange(shape, { endMs: 500 }, ground)).toMatchObject({ startMs: 1_000, endMs: 2_500 });
    expect(shiftRange(shape, { endMs: 99_000 }, ground)).toMatchObject({ endMs: 10_000 });
    expect(shiftRange(shape, { endMs: -1_000 }, ground)).toEqual(shape);
  });
});

describe('keys of the selected range', () => {
  const keysOf = (more: object) => {
    const acts = { onChange: vi.fn(), onRemove: vi.fn(), onSelect: vi.fn() };
    const playRange = vi.fn();
    const marks = [{ id: 'm', label: 'Cough', shape }];
    return {
      ...acts,
      playRange,
      keys: timeMarkKeys({ marking: { marks, ...acts, ...more }, ground, playRange }),
    };
  };
  const press = (keys: ReturnType<typeof timeMarkKeys>, key: string) => {
    const act = keys[key];
    if (act) act();
  };

  it('move, resize, play and remove it', () => {
    const { keys, onChange, onRemove, playRange } = keysOf({ selectedId: 'm' });
    for (const key of ['Alt+ArrowRight', 'Alt+Shift+ArrowLeft', 'Enter', 'Delete']) press(keys, key);
    expect(onChange.mock.calls).toEqual([
      ['m', { ...shape, startMs: 1_100, endMs: 2_100 }],
      ['m', { ...shape, endMs: 1_900 }],
    ]);
    expect(playRange).toHaveBeenCalledExactlyOnceWith(1_000, 2_000);
    expect(onRemove).toHaveBeenCalledExactlyOnceWith('m');
  });

  it('only play it where nothing may be changed', () => {
    expect(Object.keys(keysOf({ selectedId: 'm', isReadOnly: true }).keys)).toEqual(['Enter', 'Escape']);
  });

  it('are none where none is selected', () => {
    expect(keysOf({ selectedId: null }).keys).toEqual({});
  });
});
