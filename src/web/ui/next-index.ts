/** Which item a key moves to, by its place in the list; undefined leaves the focus where it is. */
export function nextIndex(key: string, at: number, labels: readonly string[]): number | undefined {
  if (key === 'ArrowDown') return (at + 1) % labels.length;
  if (key === 'ArrowUp') return (at - 1 + labels.length) % labels.length;
  if (key === 'Home') return 0;
  if (key === 'End') return labels.length - 1;
  if (key.length !== 1) return undefined;
  const order = labels.map((_, step) => (at + 1 + step) % labels.length);
  return order.find((index) => labels[index]?.toLowerCase().startsWith(key.toLowerCase()));
}
