import { describe, expect, it } from 'vitest';
import { computePeaks, drawPeaks } from './peaks.ts';

describe('peaks', () => {
  it('are the loudest samples of equal parts, whichever way they swing', () => {
    expect(computePeaks(new Float32Array([0.1, -0.5, 0.25, 0, 0, 0.125]), 3)).toEqual([1, 0.5, 0.25]);
  });

  it('of silence are nothing', () => {
    expect(computePeaks(new Float32Array(10), 2)).toEqual([0, 0]);
  });

  it('of less than a sample a part are still that many', () => {
    expect(computePeaks(new Float32Array([1]), 4)).toHaveLength(4);
    expect(computePeaks(new Float32Array(0), 4)).toEqual([0, 0, 0, 0]);
  });

  it('are drawn as bars around the middle', () => {
    expect(drawPeaks([1, 0])).toBe('M0.5 -0.960V0.960M1.5 -0.015V0.015');
  });
});
