import type { Rubric } from '#domain/rubrics/rubric.ts';
import { type TemplatePurpose, templatePurposes } from '#domain/rubrics/rubric-template.ts';

export interface OfferedTemplate {
  readonly key: string;
  readonly purpose: TemplatePurpose;
  readonly name: string;
  readonly summary: string;
  readonly rubric: Rubric;
}

export interface TemplateGroup {
  readonly purpose: TemplatePurpose;
  readonly templates: readonly OfferedTemplate[];
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** The templates in which every word of the search stands, by purpose. */
export function findTemplates(templates: readonly OfferedTemplate[], search: string): TemplateGroup[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  const found = templates.filter(({ name, summary, rubric }) => {
    const text = fold([name, summary, ...rubric.criteria.map(({ label }) => label)].join('\n'));
    return words.every((word) => text.includes(word));
  });
  return templatePurposes
    .map((purpose) => ({ purpose, templates: found.filter((each) => each.purpose === purpose) }))
    .filter((group) => group.templates.length > 0);
}

/** The one that somebody who presses Enter means: that of this name, else the first in which the words stand. */
export function findMeant(groups: readonly TemplateGroup[], search: string): OfferedTemplate | undefined {
  const found = groups.flatMap(({ templates }) => templates);
  return found.find(({ name }) => fold(name).startsWith(fold(search.trim()))) ?? found[0];
}
