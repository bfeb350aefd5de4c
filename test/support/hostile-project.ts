import { createProject, updateProject } from '#contract/projects.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { xssPayloads } from '#web/ui/rendered-text/xss-payloads.fixture.ts';
import type { TestPerson } from './people.ts';

const evil = 'https://evil.example';

/** Texts that try to run, to load, to navigate, to rename the page or to break out of their place. */
export const hostilePayloads: readonly string[] = [
  // What cannot be stored at all is refused at the edge, and held by other tests.
  ...xssPayloads.filter((payload) => !payload.includes('\u0000')),
  `<img src="${evil}/seen.png"><img srcset="${evil}/seen-2.png 2x" src=x>`,
  `<style>@font-face{font-family:e;src:url(${evil}/e.woff2)} *{font-family:e}</style>`,
  `<style>*{background:url(${evil}/css.png)}</style><link rel=stylesheet href="${evil}/e.css">`,
  `<link rel=preload as=script href="${evil}/p.js"><link rel=prefetch href="${evil}/n">`,
  `<svg><image href="${evil}/s.png"/><use href="${evil}/s.svg#x"/><foreignObject><iframe src="${evil}"></iframe></foreignObject></svg>`,
  `<math><maction actiontype="statusline#${evil}" xlink:href="javascript:alert(1)">x</maction></math>`,
  `<script>document.title='taken over'</script><img src=x onerror="document.title='taken over'">`,
  `<iframe src="${evil}"></iframe><object data="${evil}/o"></object><embed src="${evil}/e">`,
  `<form action="${evil}"><input name=q autofocus><button>Go on</button></form>`,
  `![pixel](${evil}/p.gif "t") ![pixel][p]\n\n[p]: ${evil}/reference.png`,
  `$\\includegraphics[width=1px]{${evil}/tex.png}$ $\\href{${evil}}{x}$`,
  'Left to right \u202Eand back\u202C, \u2066isolated\u2069, zero\u200Bwidth, soft\u00ADhyphen, \u{E0041}tags',
  `Marks: e${'\u0301'.repeat(1000)}`,
  `${'> '.repeat(500)}deep`,
];

/** Short enough for a name or a label; on one line. */
const names = hostilePayloads.filter((payload) => payload.length <= 60 && !payload.includes('\n'));
const nameAt = (index: number) => names[index % names.length] ?? '';
const allOfThem = (from: number) =>
  [...hostilePayloads.slice(from), ...hostilePayloads.slice(0, from)].join('\n\n');

export const hostileName = '<img src=x onerror=alert(1)> "><script>alert(1)</script>';
export const hostileFileName = `"><img src=x onerror=alert(1)>.jsonl`;
/** What annotators write into the field for reasons. */
export const hostileReason = '<svg onload=alert(1)> ![x](https://evil.example/why.png)';

/** Rows for an import: each holds every payload in prompt and responses, in another order, so that nothing is hidden by an opened comment. */
export function hostileFile(): string {
  const rows = [0, 20, 40, 60].map((from) => ({
    prompt: [
      { role: 'user', content: allOfThem(from) },
      { role: 'assistant', content: allOfThem(from + 5) },
      { role: 'user', content: nameAt(from) },
    ],
    chosen: [{ role: 'assistant', content: allOfThem(from + 10) }],
    rejected: [{ role: 'assistant', content: hostilePayloads.map((payload) => `- ${payload}`).join('\n') }],
  }));
  const question = (content: string) => [{ role: 'user', content }];
  const answer = (content: string) => [{ role: 'assistant', content }];
  const longLine = {
    prompt: question(allOfThem(3)),
    chosen: answer('x<img src=x onerror=alert(1)> '.repeat(30_000)),
    rejected: answer('x'.repeat(1_000_000)),
  };
  const bad = [
    { prompt: question(nameAt(1)), chosen: answer(''), rejected: answer(nameAt(2)) },
    { prompt: question(nameAt(3)), chosen: nameAt(4), rejected: { [nameAt(5)]: nameAt(6) } },
  ];
  return [...rows, longLine, ...bad].map((row) => `${JSON.stringify(row)}\n`).join('');
}

function poison(criterion: Criterion, index: number): Criterion {
  const { scale } = criterion;
  const label = nameAt(index * 7);
  const help = allOfThem(index * 11).slice(0, 3_500);
  if (scale.kind !== 'rating' && scale.kind !== 'preference') return { ...criterion, label, help };
  const anchors = scale.anchors.map((anchor, at) => ({
    ...anchor,
    label: nameAt(index * 7 + at + 1),
    help: nameAt(index * 7 + at + 2),
  }));
  return { ...criterion, label, help, scale: { ...scale, anchors } };
}

/** An open project in which every text that a lead can write is hostile. */
export async function addHostileProject(lead: TestPerson): Promise<string> {
  const template = rubricTemplates.find(({ key }) => key === 'pairwise_7_point');
  if (template === undefined) throw new Error('The template is gone.');
  const rubric: Rubric = { ...template.rubric, criteria: template.rubric.criteria.map(poison) };
  const guidelines = hostilePayloads
    .map((payload, index) => `## ${payload.split('\n')[0]?.slice(0, 80)} ${index}\n\n${payload}`)
    .join('\n\n');
  const project = await lead.client.call(createProject, {
    body: {
      name: hostileName,
      description: nameAt(10) + nameAt(11),
      instructions: allOfThem(30).slice(0, 7_000),
      overlap: 1,
      rubric,
      guidelines,
      leaseMs: 3_600_000,
      amendWindowMs: 3_600_000,
    },
  });
  await lead.client.call(updateProject, {
    params: { projectId: project.id },
    body: { revision: project.revision, state: 'open' },
  });
  return project.id;
}
