/** A line of level steps through heights, one step as wide as the next, in a box of 100 by 100. */
export function stepPath(heights: readonly number[]): string {
  const width = 100 / heights.length;
  const round = (value: number) => Math.round(value * 100) / 100;
  return heights
    .map((height, index) => {
      const start = index === 0 ? `M0 ${round(height)}` : `V${round(height)}`;
      return `${start}H${round((index + 1) * width)}`;
    })
    .join('');
}
