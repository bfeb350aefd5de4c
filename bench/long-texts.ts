import { seededRandom } from '#stats/random/seeded-random.ts';

const words =
  'bridge deck cable tower wind river load measure damper anchor pier rope steel stone arch span crossing traffic winter repair survey drawing model figure answer reader method reason sample error season valley engineer'.split(
    ' ',
  );
/** Of the parts of a text, so many hold a table and a formula in a line and one of its own: some, not a textbook. */
const tables = 20;
const formulas = 20;

const languages = ['python', 'typescript', 'sql'] as const;
const programs = {
  python: (index: number) =>
    `def settle_${index}(loads: list[float], limit: float = ${index}.5) -> float:\n    """The largest load below the limit."""\n    kept = [load for load in loads if load < limit]\n    if not kept:\n        raise ValueError(f"nothing below {limit}")\n    return max(kept) * 1.0`,
  typescript: (index: number) =>
    `export function settle${index}(loads: readonly number[], limit = ${index}): number {\n  // The largest load below the limit.\n  const kept = loads.filter((load) => load < limit);\n  return kept.length === 0 ? Number.NaN : Math.max(...kept);\n}`,
  sql: (index: number) =>
    `select bridge, max(load) as largest\n  from loads\n where load < ${index} and measured_at > now() - interval '1 day'\n group by bridge having count(*) > 3\n order by largest desc;`,
};

type Sentence = (length: number) => string;

function section(index: number, sentence: Sentence): string {
  const language = languages[index % languages.length] ?? 'python';
  const parts = [
    `## Part ${index + 1}: ${sentence(4)}`,
    ...[1, 2, 3].map(() => `${sentence(20)}, ${sentence(24)}. ${sentence(30)}; ${sentence(16)}.`),
    `${sentence(22)}. **${sentence(3)}**, ${sentence(18)}. In short, \`${sentence(2)}\`: ${sentence(14)}.`,
    [1, 2, 3].map((point) => `${point}. ${sentence(9)}, *${sentence(2)}*.`).join('\n'),
    `\`\`\`${language}\n${programs[language](index)}\n\`\`\``,
  ];
  if (index < tables)
    parts.push(
      ['| place | load | share |', '|---|---|---|']
        .concat([1, 2, 3].map((row) => `| ${sentence(2)} | ${row * index} kN | 0.${row}${index % 10} |`))
        .join('\n'),
    );
  if (index < formulas)
    parts.push(
      `With $q_{${index}} = \\tfrac{1}{2}\\rho v^2$ the moment is\n\n$$M_{${index}} = \\int_0^{L} q(x)\\,\\frac{x(L-x)}{2}\\,dx + \\sum_{k=1}^{n} \\sqrt{P_k^2 + H_k^2}$$`,
    );
  return parts.join('\n\n');
}

/** Markdown of about this many characters, with lists, code, tables and formulas; the same for the same seed. */
export function longMarkdown({ characters, seed }: { characters: number; seed: number }): string {
  const random = seededRandom(seed);
  const sentence: Sentence = (length) =>
    Array.from({ length }, () => words[random.below(words.length)]).join(' ');
  const parts = [`Answer ${seed}: ${sentence(12)}.`];
  let length = 0;
  for (let index = 0; length < characters; index += 1) {
    const part = section(index, sentence);
    parts.push(part);
    length += part.length + 2;
  }
  return parts.join('\n\n');
}
