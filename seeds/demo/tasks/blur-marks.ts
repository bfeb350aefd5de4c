import type { ItemResponse } from '#domain/items/item.ts';
import type { RegionMark, SpanMark } from '#domain/judging/answers.ts';
import type { ChoiceOption, ClaimsScale, MarksScale } from '#domain/rubrics/scale.ts';
import { countCharacters } from '#domain/text/count-characters.ts';
import { happens } from '#seeds/demo/chance.ts';
import { blurValue, slipChance, type Viewer } from './blur-value.ts';
import type { IdealMark, IdealRegion } from './demo-task.ts';

/** Whether this person sees an error that is there. */
function sees({ annotator, random }: Viewer): boolean {
  return happens(random, 0.45 + 0.5 * annotator.skill);
}

function blurOption(viewer: Viewer, ideal: string, options: readonly ChoiceOption[]): string {
  const value = blurValue(viewer, ideal, { kind: 'choice', options });
  return typeof value === 'string' ? value : ideal;
}

/** The marks that this person sets where a careful one would set `ideal`. */
export function blurSpanMarks(
  viewer: Viewer,
  ideal: readonly IdealMark[],
  { scale, responses }: { scale: MarksScale | ClaimsScale; responses: readonly ItemResponse[] },
): SpanMark[] {
  return ideal.flatMap((mark, index) => {
    const response = responses[mark.response];
    if (!response || !sees(viewer)) return [];
    const place = findQuote(response.text, widen(viewer, { mark, text: response.text }));
    const note = sayNote(viewer, { note: mark.note, index });
    const about =
      scale.kind === 'marks' ? sayError(viewer, { mark, scale }) : sayClaim(viewer, { mark, scale });
    return [{ id: `m${index + 1}`, unitId: response.id, ...place, ...about, ...note }];
  });
}

/** Of three people who mark the same, one says why. */
function sayNote(
  { judgedBefore }: Viewer,
  { note, index }: { note: string | undefined; index: number },
): { note?: string } {
  return note !== undefined && (index + judgedBefore) % 3 === 0 ? { note } : {};
}

/** Some mark the whole line instead of the words. */
function widen(viewer: Viewer, { mark, text }: { mark: IdealMark; text: string }): string | undefined {
  const { quote } = mark;
  if (quote === undefined || !happens(viewer.random, slipChance(viewer))) return quote;
  const sentence = text.split(/(?<=[.!?])\s+|\n+/).find((each) => each.includes(quote));
  return sentence ?? quote;
}

function findQuote(text: string, quote: string | undefined): Pick<SpanMark, 'start' | 'end'> {
  if (quote === undefined) return { start: null, end: null };
  const at = text.indexOf(quote);
  if (at === -1) throw new Error(`No response of the demo says “${quote}”.`);
  const start = countCharacters(text.slice(0, at));
  return { start, end: start + countCharacters(quote) };
}

function sayError(viewer: Viewer, { mark, scale }: { mark: IdealMark; scale: MarksScale }) {
  const { annotator, random } = viewer;
  const corrects = mark.correction !== undefined && happens(random, annotator.diligence);
  return {
    label: blurOption(viewer, mark.label, scale.types),
    ...(scale.severities.length > 0 && {
      severity: blurOption(viewer, mark.severity ?? '', scale.severities),
    }),
    ...(corrects && { correction: mark.correction }),
  };
}

function sayClaim(viewer: Viewer, { mark, scale }: { mark: IdealMark; scale: ClaimsScale }) {
  const looksUp = happens(viewer.random, viewer.annotator.diligence);
  const label = looksUp ? mark.label : blurOption(viewer, mark.label, scale.verdicts);
  return {
    label,
    ...(looksUp && mark.source !== undefined && { source: mark.source }),
  };
}

/** The regions that this person draws, a little beside where a careful one would. */
export function blurRegions(
  viewer: Viewer,
  ideal: readonly IdealRegion[],
  { labels, responses }: { labels: readonly ChoiceOption[]; responses: readonly ItemResponse[] },
): RegionMark[] {
  return ideal.flatMap((region, index) => {
    const mediaId = responses[region.response]?.attachments?.[0]?.mediaId;
    if (mediaId === undefined || !sees(viewer)) return [];
    const label = blurOption(viewer, region.label, labels);
    const note = sayNote(viewer, { note: region.note, index });
    const shape = drawShape(viewer, region);
    return [{ id: `m${index + 1}`, mediaId, shape, label, ...note }];
  });
}

function drawShape({ random }: Viewer, { box, time }: IdealRegion): RegionMark['shape'] {
  const beside = (value: number, most: number) => value + (2 * random.next() - 1) * most;
  if (time) {
    const startMs = Math.max(0, Math.round(beside(time[0], 60)));
    return { kind: 'time', startMs, endMs: Math.max(startMs + 50, Math.round(beside(time[1], 40))) };
  }
  const [x, y, width, height] = box ?? [0, 0, 1, 1];
  const left = Math.min(0.95, Math.max(0, beside(x, 0.015)));
  const top = Math.min(0.95, Math.max(0, beside(y, 0.015)));
  return {
    kind: 'box',
    x: round(left),
    y: round(top),
    width: round(Math.min(1 - left, Math.max(0.02, beside(width, 0.02)))),
    height: round(Math.min(1 - top, Math.max(0.02, beside(height, 0.02)))),
  };
}

/** Downwards, so that a box that ends at the edge does not go beyond it. */
function round(fraction: number): number {
  return Math.floor(fraction * 10_000) / 10_000;
}
