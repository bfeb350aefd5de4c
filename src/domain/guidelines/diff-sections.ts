import type { GuidelineSection } from './sections.ts';

export type SectionChangeKind = 'added' | 'removed' | 'changed' | 'renamed' | 'unchanged';

/** What became of one section between two versions; at least one side is set. */
export interface SectionChange {
  readonly kind: SectionChangeKind;
  readonly before: GuidelineSection | null;
  readonly after: GuidelineSection | null;
}

/** Says which sections changed, in the order of the new version; removed ones stand where they stood. */
export function diffSections(
  before: readonly GuidelineSection[],
  after: readonly GuidelineSection[],
): SectionChange[] {
  const partners = matchSections(before, after);
  const changes = after.map((section) => describeChange(partners.get(section) ?? null, section));
  const kept = new Set(partners.values());
  before.forEach((section, index) => {
    if (kept.has(section)) return;
    const previous = before[index - 1];
    const position = changes.findLastIndex((change) => previous !== undefined && change.before === previous);
    changes.splice(position + 1, 0, { kind: 'removed', before: section, after: null });
  });
  return changes;
}

function describeChange(before: GuidelineSection | null, after: GuidelineSection): SectionChange {
  if (before === null) return { kind: 'added', before, after };
  if (before.heading !== after.heading) return { kind: 'renamed', before, after };
  const isSame = before.body === after.body && before.level === after.level;
  return { kind: isSame ? 'unchanged' : 'changed', before, after };
}

/** Pairs new sections with old ones by anchor, then leftovers with the same words under a new heading. */
function matchSections(
  before: readonly GuidelineSection[],
  after: readonly GuidelineSection[],
): Map<GuidelineSection, GuidelineSection> {
  const partners = new Map<GuidelineSection, GuidelineSection>();
  const left = new Set(before);
  const claim = (section: GuidelineSection, fits: (old: GuidelineSection) => boolean) => {
    if (partners.has(section)) return;
    const old = [...left].find(fits);
    if (old === undefined) return;
    partners.set(section, old);
    left.delete(old);
  };
  for (const section of after) claim(section, (old) => old.anchor === section.anchor);
  for (const section of after) claim(section, (old) => old.body !== '' && old.body === section.body);
  return partners;
}
