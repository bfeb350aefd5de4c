/** The next key that nothing has: keys stay when labels change, so that what was graded keeps its meaning. */
export function freshKey(stem: string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${stem}_${number}`)) number += 1;
  return `${stem}_${number}`;
}
