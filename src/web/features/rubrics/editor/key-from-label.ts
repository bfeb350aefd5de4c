const longest = 60;

/** A key in snake_case made from a label; unlike all `taken` ones. Empty where the label holds no letter or digit. */
export function keyFromLabel(label: string, taken: readonly string[]): string {
  const words = label
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  if (words === null) return '';
  const joined = words.join('_');
  const base = (/^[a-z]/.test(joined) ? joined : `q_${joined}`).slice(0, longest).replace(/_$/, '');
  let key = base;
  for (let count = 2; taken.includes(key); count += 1) {
    const ending = `_${count}`;
    key = base.slice(0, longest - ending.length) + ending;
  }
  return key;
}
