import type { ItemUnits } from '#domain/items/item-units.ts';
import { explainRegionShape } from '#domain/items/region-shape.ts';
import type { Place } from '#domain/outcomes/refusal.ts';
import type { Requirement } from '#domain/rubrics/requirement.ts';
import type { ClaimsScale, MarksScale, RegionsScale } from '#domain/rubrics/scale.ts';
import { countCharacters } from '#domain/text/count-characters.ts';
import { isStorableText } from '#domain/text/is-storable-text.ts';
import { answerLimits, type RegionMark, type SpanMark } from './answers.ts';
import type { Purpose } from './check-value.ts';

interface MarksToCheck<Scale> {
  readonly scale: Scale;
  readonly units: ItemUnits;
  readonly path: string;
  readonly purpose: Purpose;
}

/** Lists what is wrong with error marks or claims, each at its place. */
export function checkSpanMarks(
  marks: readonly SpanMark[],
  check: MarksToCheck<MarksScale | ClaimsScale>,
): Place[] {
  return checkList(marks, check, (mark) => {
    const { scale, units } = check;
    const isMarks = scale.kind === 'marks';
    const explained = isMarks ? scale.explanation : scale.note;
    return [
      ['', explainSpan(mark, units, isMarks ? scale.wholeResponse : true)],
      ['label', explainOption(mark.label, isMarks ? scale.types : scale.verdicts, check.purpose)],
      ['severity', isMarks ? explainSeverity(mark, scale, check.purpose) : explainAbsent(mark.severity)],
      ['note', explainText(mark.note, explained, check.purpose)],
      [
        'correction',
        isMarks
          ? explainText(mark.correction, scale.correction, check.purpose)
          : explainAbsent(mark.correction),
      ],
      ['claim', isMarks ? explainAbsent(mark.claim) : explainText(mark.claim, 'optional', check.purpose)],
      [
        'source',
        isMarks ? explainAbsent(mark.source) : explainSource(mark.source, scale.source, check.purpose),
      ],
    ];
  });
}

/** Lists what is wrong with regions, each at its place. */
export function checkRegionMarks(marks: readonly RegionMark[], check: MarksToCheck<RegionsScale>): Place[] {
  return checkList(marks, check, (mark) => {
    const { scale, units, purpose } = check;
    const isKnown = units.mediaIds.includes(mark.mediaId);
    const fits = scale.shapes.includes(mark.shape.kind);
    return [
      ['mediaId', isKnown ? null : 'The item has no such attachment. Load the task again.'],
      ['shape', fits ? explainRegionShape(mark.shape) : `A ${mark.shape.kind} is not asked for here.`],
      ['label', explainOption(mark.label, scale.labels, purpose)],
      ['note', explainText(mark.note, scale.note, purpose)],
    ];
  });
}

type Finding = readonly [field: string, message: string | null];

function checkList<Mark extends { readonly id: string }>(
  marks: readonly Mark[],
  { path }: { readonly path: string },
  explain: (mark: Mark) => readonly Finding[],
): Place[] {
  if (marks.length > answerLimits.marks) {
    return [{ path, message: `At most ${answerLimits.marks} marks fit; these are ${marks.length}.` }];
  }
  const seen = new Set<string>();
  return marks.flatMap((mark, index) => {
    const at = `${path}.${index}`;
    const isRepeat = seen.has(mark.id);
    seen.add(mark.id);
    const repeat: Place[] = isRepeat ? [{ path: `${at}.id`, message: 'Two marks have the same id.' }] : [];
    const found = explain(mark).flatMap(([field, message]) =>
      message === null ? [] : [{ path: field === '' ? at : `${at}.${field}`, message }],
    );
    return [...repeat, ...found];
  });
}

function explainSpan(
  { unitId, start, end }: SpanMark,
  { characters }: ItemUnits,
  allowsWhole: boolean,
): string | null {
  const length = Object.hasOwn(characters, unitId) ? characters[unitId] : undefined;
  if (length === undefined) return `The item has no text "${unitId}". Load the task again.`;
  if (start === null && end === null) {
    return allowsWhole ? null : 'A mark needs a passage here; select the words that it is about.';
  }
  if (start === null || end === null) return 'A mark needs both its start and its end, or neither.';
  const isWhole = Number.isInteger(start) && Number.isInteger(end);
  if (isWhole && start >= 0 && start < end && end <= length) return null;
  return `The mark runs from ${start} to ${end}, but the text has ${length} characters. Mark the passage anew.`;
}

function explainOption(
  key: string,
  options: readonly { readonly key: string }[],
  purpose: Purpose,
): string | null {
  if (options.some((option) => option.key === key)) return null;
  if (key === '') return purpose === 'draft' ? null : 'Say what kind of mark this is.';
  return `"${key}" is not one of ${options.map((option) => option.key).join(', ')}.`;
}

function explainSeverity(
  { severity }: SpanMark,
  { severities }: MarksScale,
  purpose: Purpose,
): string | null {
  if (severities.length === 0) return explainAbsent(severity);
  if (severity === undefined) return purpose === 'draft' ? null : 'Say how grave this error is.';
  return explainOption(severity, severities, purpose);
}

function explainAbsent(text: string | undefined): string | null {
  return text === undefined ? null : 'The rubric does not ask for this. Leave it out.';
}

function explainText(text: string | undefined, asked: Requirement, purpose: Purpose): string | null {
  if (text === undefined || text.trim() === '') {
    return asked === 'required' && purpose === 'submission' ? 'The rubric asks for a few words here.' : null;
  }
  if (asked === 'off') return explainAbsent(text);
  if (!isStorableText(text)) return 'This text holds a broken character. Delete it and type it again.';
  const count = countCharacters(text);
  if (count <= answerLimits.noteCharacters) return null;
  return `This text has ${count} characters; at most ${answerLimits.noteCharacters} fit. Shorten it.`;
}

function explainSource(source: string | undefined, asked: Requirement, purpose: Purpose): string | null {
  if (source === undefined || source.trim() === '' || asked === 'off')
    return explainText(source, asked, purpose);
  if (source.length > answerLimits.sourceCharacters) return 'This address is too long. Use a shorter one.';
  if (purpose === 'draft' || /^https?:\/\/[^\s/]+/i.test(source)) return null;
  return 'A source is the address of a page, such as “https://example.org/page”.';
}
