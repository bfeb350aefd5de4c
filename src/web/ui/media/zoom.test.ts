import { describe, expect, it } from 'vitest';
import { fitInto, settle, zoomTo } from './zoom.ts';

const frame = { width: 400, height: 300 };
const large = { width: 1_600, height: 600 };

describe('a picture in its frame', () => {
  it('is shown whole and in the middle', () => {
    expect(fitInto(large, frame)).toEqual({ scale: 0.25, left: 0, top: 75 });
  });

  it('is not blown up where it is small', () => {
    expect(fitInto({ width: 100, height: 100 }, frame)).toEqual({ scale: 1, left: 150, top: 100 });
  });

  it('has a scale also in a frame that is not laid out yet', () => {
    expect(fitInto(large, { width: 0, height: 0 }).scale).toBe(1);
  });

  it('leaves no gap where it is larger', () => {
    expect(settle({ scale: 1, left: 50, top: -9_999 }, large, frame)).toEqual({
      scale: 1,
      left: 0,
      top: -300,
    });
  });

  it('grows around the pointer', () => {
    const zoom = { scale: 1, left: -100, top: -100 };
    const grown = zoomTo({ zoom, picture: large, frame, scale: 2, around: [200, 100] });
    expect(grown).toEqual({ scale: 2, left: -400, top: -300 });
    const under = (of: typeof grown) => [(200 - of.left) / of.scale, (100 - of.top) / of.scale];
    expect(under(grown)).toEqual(under(zoom));
  });

  it('neither vanishes nor grows without end', () => {
    const zoom = fitInto(large, frame);
    expect(zoomTo({ zoom, picture: large, frame, scale: 0.001 }).scale).toBe(0.25);
    expect(zoomTo({ zoom, picture: large, frame, scale: 1_000 }).scale).toBe(16);
  });
});
