import { describe, expect, test } from 'vitest';
import type { ItemUnits } from '#domain/items/item-units.ts';
import type { ClaimsScale, MarksScale, RegionsScale } from '#domain/rubrics/scale.ts';
import { answerLimits, type RegionMark, type SpanMark } from './answers.ts';
import { checkRegionMarks, checkSpanMarks } from './check-marks.ts';

const options = (...keys: string[]) => keys.map((key) => ({ key, label: key }));
const mediaId = 'a'.repeat(64);
const units: ItemUnits = { turnIds: ['t2'], stepIds: [], characters: { r1: 10, t2: 4 }, mediaIds: [mediaId] };
const marks: MarksScale = {
  kind: 'marks',
  types: options('harmful', 'verbosity'),
  severities: options('minor', 'major'),
  explanation: 'required',
  correction: 'optional',
  wholeResponse: true,
};
const claims: ClaimsScale = {
  kind: 'claims',
  verdicts: options('supported', 'refuted'),
  source: 'required',
  note: 'off',
};
const regions: RegionsScale = { kind: 'regions', shapes: ['box'], labels: options('face'), note: 'off' };

const mark: SpanMark = {
  id: 'm1',
  unitId: 'r1',
  start: 0,
  end: 10,
  label: 'harmful',
  severity: 'minor',
  note: 'Why',
};
const claim: SpanMark = {
  id: 'c1',
  unitId: 'r1',
  start: 0,
  end: 3,
  label: 'refuted',
  source: 'https://example.org/page',
};
const region: RegionMark = {
  id: 'g1',
  mediaId,
  shape: { kind: 'box', x: 0.1, y: 0.1, width: 0.2, height: 0.2 },
  label: 'face',
};

type Scale = MarksScale | ClaimsScale;
function pathsOf(list: readonly SpanMark[], scale: Scale, purpose: 'draft' | 'submission' = 'submission') {
  return checkSpanMarks(list, { scale, units, path: 'at', purpose }).map(({ path }) => path);
}

describe('marks', () => {
  test.each<[string, SpanMark[], Scale]>([
    ['nothing to mark', [], marks],
    ['a passage to the end of the text', [mark], marks],
    ['two that overlap', [mark, { ...mark, id: 'm2', start: 3 }], marks],
    ['a whole response', [{ ...mark, start: null, end: null }], marks],
    ['a passage of a turn', [{ ...mark, unitId: 't2', end: 4 }], marks],
    ['a correction', [{ ...mark, correction: 'Better' }], marks],
    ['a claim in its own words', [{ ...claim, claim: 'It rains.' }], claims],
    ['a claim about the whole response', [{ ...claim, start: null, end: null }], claims],
  ])('%s fits', (_name, list, scale) => {
    expect(pathsOf(list, scale)).toEqual([]);
  });

  test.each<[string, Partial<SpanMark>, Partial<MarksScale>, string]>([
    ['beyond the text', { end: 11 }, {}, 'at.0'],
    ['before the text', { start: -1 }, {}, 'at.0'],
    ['of no character', { start: 4, end: 4 }, {}, 'at.0'],
    ['backwards', { start: 5, end: 4 }, {}, 'at.0'],
    ['of half a character', { start: 0.5 }, {}, 'at.0'],
    ['with a start and no end', { end: null }, {}, 'at.0'],
    [
      'of a whole response where passages are asked for',
      { start: null, end: null },
      { wholeResponse: false },
      'at.0',
    ],
    ['of a text that is not there', { unitId: 'r9' }, {}, 'at.0'],
    ['of an inherited property', { unitId: 'constructor' }, {}, 'at.0'],
    ['of a type that is not there', { label: 'nonsense' }, {}, 'at.0.label'],
    ['of a severity that is not there', { severity: 'mega' }, {}, 'at.0.severity'],
    ['with a severity where none is asked for', {}, { severities: [] }, 'at.0.severity'],
    [
      'with a correction where none is asked for',
      { correction: 'x' },
      { correction: 'off' },
      'at.0.correction',
    ],
    ['with a source, which is for claims', { source: 'https://example.org' }, {}, 'at.0.source'],
    ['with a claim, which is for claims', { claim: 'x' }, {}, 'at.0.claim'],
    ['with a broken character', { note: '\uD800' }, {}, 'at.0.note'],
    ['with an endless note', { note: 'x'.repeat(answerLimits.noteCharacters + 1) }, {}, 'at.0.note'],
  ])('%s is refused, also as a draft', (_name, change, scale, path) => {
    const list = [{ ...mark, ...change }];
    expect(pathsOf(list, { ...marks, ...scale })).toEqual([path]);
    expect(pathsOf(list, { ...marks, ...scale }, 'draft')).toEqual([path]);
  });

  test.each<[string, Partial<SpanMark>, string]>([
    ['no type', { label: '' }, 'at.0.label'],
    ['no severity', { severity: undefined }, 'at.0.severity'],
    ['no explanation', { note: ' ' }, 'at.0.note'],
  ])('with %s is a draft and no submission', (_name, change, path) => {
    const list = [{ ...mark, ...change }];
    expect(pathsOf(list, marks)).toEqual([path]);
    expect(pathsOf(list, marks, 'draft')).toEqual([]);
  });

  test('two with one id, and too many, are named', () => {
    expect(pathsOf([mark, mark], marks)).toEqual(['at.1.id']);
    const many = Array.from({ length: answerLimits.marks + 1 }, (_, index) => ({
      ...mark,
      id: String(index),
    }));
    expect(pathsOf(many, marks)).toEqual(['at']);
  });
});

describe('claims', () => {
  test.each<[string, Partial<SpanMark>, Partial<ClaimsScale>, string]>([
    ['no source', { source: undefined }, {}, 'at.0.source'],
    ['a source that is no address', { source: 'a book' }, {}, 'at.0.source'],
    ['a script as source', { source: 'javascript:alert(1)' }, {}, 'at.0.source'],
    ['a source where none is asked for', {}, { source: 'off' }, 'at.0.source'],
    ['an endless source', { source: `https://example.org/${'x'.repeat(2_000)}` }, {}, 'at.0.source'],
    ['a note where none is asked for', { note: 'x' }, {}, 'at.0.note'],
    ['a severity', { severity: 'minor' }, {}, 'at.0.severity'],
    ['a correction', { correction: 'x' }, {}, 'at.0.correction'],
    ['no verdict', { label: '' }, {}, 'at.0.label'],
  ])('with %s are refused', (_name, change, scale, path) => {
    expect(pathsOf([{ ...claim, ...change }], { ...claims, ...scale })).toEqual([path]);
  });
});

describe('regions', () => {
  const pathsOfRegion = (change: Partial<RegionMark>) =>
    checkRegionMarks([{ ...region, ...change }], {
      scale: regions,
      units,
      path: 'at',
      purpose: 'submission',
    }).map(({ path }) => path);

  test.each<[string, Partial<RegionMark>, string[]]>([
    ['a box in an image of the item', {}, []],
    ['in an image of another item', { mediaId: 'b'.repeat(64) }, ['at.0.mediaId']],
    ['of a shape that is not asked for', { shape: { kind: 'time', startMs: 0, endMs: 5 } }, ['at.0.shape']],
    ['beyond the image', { shape: { kind: 'box', x: 0.9, y: 0, width: 0.5, height: 0.1 } }, ['at.0.shape']],
    ['with no label', { label: '' }, ['at.0.label']],
    ['with a note where none is asked for', { note: 'x' }, ['at.0.note']],
  ])('%s', (_name, change, expected) => {
    expect(pathsOfRegion(change)).toEqual(expected);
  });
});
