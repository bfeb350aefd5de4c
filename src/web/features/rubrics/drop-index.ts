/** Where a dragged row belongs: after every other row whose middle is above the pointer. */
export function dropIndex(middles: readonly number[], dragged: number, pointer: number): number {
  return middles.filter((middle, index) => index !== dragged && middle < pointer).length;
}
