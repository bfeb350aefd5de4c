import { chooseReply } from '#domain/dialogue/choose-reply.ts';
import { walkDialogue } from '#domain/dialogue/walk.ts';
import type { DialogueLink } from '#domain/items/item-units.ts';
import {
  type Answers,
  type ContinuationAnswer,
  emptyAnswers,
  type RankingAnswer,
  type ScaleValue,
} from '#domain/judging/answers.ts';
import { type AnswerChange, changeAnswers } from '#domain/judging/change-answers.ts';
import { type AnswerControl, type ControlsOf, findFirstMissing } from '#domain/judging/missing-answers.ts';
import { findCriterion, type Rubric } from '#domain/rubrics/rubric.ts';
import type { PreferenceScale, RankingScale, Scale } from '#domain/rubrics/scale.ts';
import type { Perception } from './perceive-item.ts';

/** Nearer than this, two qualities count as the same. */
const tieWithin = 0.25;
/** From this difference on a preference is as strong as the scale goes. */
const strongest = 2.4;
const mostControls = 2_000;

const reasons = [
  'It answers what was asked and leaves nothing out that matters here.',
  'The other one is wrong in a detail that a reader would rely on.',
  'Clearer, and it says what it does not know.',
  'Both are fine in the main; this one is easier to follow to the end.',
  'It keeps to the instructions, where the other one wanders off.',
] as const;

/** What cannot be made up: it needs a model, a run of code, a file, or somebody who writes. */
const beyond: Partial<Record<Scale['kind'], string>> = {
  chat: 'a live chat',
  run: 'a run of code',
  regions: 'places in media',
  writing: 'a text of their own',
};

/** Why simulated people cannot judge by a rubric; null where they can. */
export function explainUnsimulated(rubric: Rubric): string | null {
  const found = rubric.criteria.find(({ scale, required }) => required && Object.hasOwn(beyond, scale.kind));
  if (found === undefined) return null;
  return `“${found.label}” asks for ${beyond[found.scale.kind]}, which simulated people cannot give. Make it optional, or choose another project.`;
}

/** Answers everything that an item asks for, as somebody who sees it so would. */
export function simulateAnswers(of: ControlsOf, seen: Perception): Answers {
  let answers = emptyAnswers;
  for (let count = 0; count < mostControls; count += 1) {
    const control = findFirstMissing({ ...of, answers });
    if (control === undefined) break;
    const change = answerTo(control, of, seen);
    if (change === null) break;
    answers = changeAnswers(answers, change);
  }
  return answers;
}

function answerTo(
  control: AnswerControl,
  { rubric, responseIds, units }: ControlsOf,
  seen: Perception,
): AnswerChange | null {
  const { random } = seen;
  if (control.kind === 'conflict') return { record: 'conflict', value: { criterionKeys: [], wonKey: null } };
  if (control.kind === 'justification')
    return { record: 'justification', value: writeReason(rubric.justification.minCharacters, seen) };
  if (control.kind === 'confidence') return { record: 'confidence', value: confidenceOf(seen) };
  const key = control.criterionKey;
  const scale = findCriterion(rubric, key)?.scale;
  if (scale === undefined) return null;
  switch (control.kind) {
    case 'pair':
      return { record: 'pair', key, value: comparePair(scale as PreferenceScale, responseIds, seen) };
    case 'ranking':
      return { record: 'ranking', key, value: rank(scale as RankingScale, responseIds, seen) };
    case 'response':
      return {
        record: 'response',
        key,
        unitId: control.responseId,
        value: valueFor(scale, seen.quality[control.responseId] ?? 0, seen),
      };
    case 'task':
      return { record: 'task', key, value: valueFor(scale, bestOf(seen), seen) };
    case 'turn':
      return { record: 'turn', key, unitId: control.turnId, value: valueFor(scale, bestOf(seen), seen) };
    case 'step':
      return {
        record: 'step',
        key,
        unitId: control.stepId,
        value:
          scale.kind === 'step_label'
            ? random.next() < 0.8
              ? 'good'
              : 'bad'
            : valueFor(scale, bestOf(seen), seen),
      };
    case 'span':
      return { record: 'span', key, value: [] };
    case 'continuation':
      return { record: 'continuation', key, value: chooseWay(units?.dialogue ?? [], seen) };
    default:
      return null;
  }
}

/** A reply by chance at each place: nothing is known of how good the turns of a dialogue are. */
function chooseWay(turns: readonly DialogueLink[], { random }: Perception): ContinuationAnswer {
  let way: ContinuationAnswer = { path: [] };
  for (let { open } = walkDialogue(turns, []); open !== null; { open } = walkDialogue(turns, way.path)) {
    const chosen = open.replyIds[random.below(open.replyIds.length)] ?? null;
    way = chooseReply(way, turns, { at: open.at, chosen });
  }
  return way;
}

function bestOf({ quality }: Perception): number {
  const values = Object.values(quality);
  return values.length === 0 ? 0 : Math.max(...values);
}

function comparePair(scale: PreferenceScale, ids: readonly string[], { quality }: Perception) {
  const [first = '', second = ''] = ids;
  const difference = (quality[first] ?? 0) - (quality[second] ?? 0);
  if (scale.tie && Math.abs(difference) < tieWithin) return { verdict: 'tie' as const };
  const strength = Math.min(scale.steps, 1 + Math.floor((Math.abs(difference) / strongest) * scale.steps));
  return { verdict: 'prefers' as const, responseId: difference >= 0 ? first : second, strength };
}

function rank(scale: RankingScale, ids: readonly string[], { quality }: Perception): RankingAnswer {
  const sorted = ids.toSorted((one, other) => (quality[other] ?? 0) - (quality[one] ?? 0));
  if (scale.mode === 'best_worst')
    return { verdict: 'best_worst', best: sorted[0] ?? null, worst: sorted.at(-1) ?? null };
  const groups: string[][] = [];
  for (const id of sorted) {
    const last = groups.at(-1);
    const isTied =
      scale.ties && last !== undefined && (quality[last[0] ?? ''] ?? 0) - (quality[id] ?? 0) < tieWithin;
    if (isTied) last.push(id);
    else groups.push([id]);
  }
  return { verdict: 'ranked', groups };
}

/** The share of a standard normal that lies below a quality, roughly (logistic, scaled by π/√3). */
const shareBelow = (quality: number) => 1 / (1 + Math.exp((-Math.PI / Math.sqrt(3)) * quality));

function valueFor(scale: Scale, quality: number, seen: Perception): ScaleValue {
  const share = shareBelow(quality);
  switch (scale.kind) {
    case 'rating':
      return scale.min + Math.min(scale.max - scale.min, Math.floor(share * (scale.max - scale.min + 1)));
    case 'number':
      return Number((scale.min + share * (scale.max - scale.min)).toFixed(scale.decimals));
    case 'slider':
      return scale.min + Math.round((share * (scale.max - scale.min)) / scale.step) * scale.step;
    case 'choice':
      return scale.options[indexBy(share, scale.options.length)]?.key ?? null;
    case 'choices': {
      const wanted = Math.max(scale.atLeast, Math.min(1, scale.atMost));
      const from = indexBy(share, Math.max(1, scale.options.length - wanted + 1));
      return scale.options.slice(from, from + wanted).map(({ key }) => key);
    }
    case 'text':
      return writeReason(scale.minCharacters, seen).slice(0, scale.maxCharacters);
    default:
      return null;
  }
}

const indexBy = (share: number, length: number) => Math.min(length - 1, Math.floor(share * length));

function confidenceOf({ quality }: Perception): 1 | 2 | 3 {
  const sorted = Object.values(quality).toSorted((one, other) => other - one);
  const lead = (sorted[0] ?? 0) - (sorted[1] ?? 0);
  return lead > 1.4 ? 3 : lead > 0.5 ? 2 : 1;
}

function writeReason(least: number, { random }: Perception): string {
  let text = '';
  do {
    text += `${text === '' ? '' : ' '}${reasons[random.below(reasons.length)] ?? ''}`;
  } while (text.length < least);
  return text;
}
