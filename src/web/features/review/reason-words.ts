import type { Rubric } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { formatShare } from '#web/ui/format-number.ts';
import type { SampleReason } from './review-queries.ts';

function sayShare(share: number): string {
  if (share >= 1) return say('every judgment');
  const one = 1 / share;
  return Math.abs(one - Math.round(one)) < 0.01
    ? say('one in {count, number}', { count: Math.round(one) })
    : say('{share} of judgments', { share: formatShare(share) });
}

/** Why a judgment is looked at, in a few words. */
export function sayReason(reason: SampleReason, rubric: Rubric | undefined): string {
  switch (reason.kind) {
    case 'share':
      return sayShare(reason.share);
    case 'newcomer':
      return say('new annotator: first {count, number}', { count: reason.first });
    case 'person':
      return say('{share} of this annotator', { share: formatShare(reason.share) });
    case 'criterion': {
      const label = rubric?.criteria.find(({ key }) => key === reason.criterionKey)?.label;
      return say('answers “{criterion}”', { criterion: label ?? reason.criterionKey });
    }
    case 'differs':
      return say('differs from {count, plural, one {one other} other {# others}}', { count: reason.others });
    case 'fast':
      return say('faster than it can be read');
    case 'flagged':
      return say('flagged by its author');
    case 'low_confidence':
      return say('a guess, says its author');
    case 'redone':
      return say('redone after it was returned');
    case 'amended':
      return say('changed after it was reviewed');
    case 'disputed':
      return say('disputed by its author');
    case 'reviewers_differ':
      return say('two reviewers differ');
  }
}

/** Whether a reason asks for more than the usual attention. */
export function isTelling({ kind }: SampleReason): boolean {
  return !['share', 'newcomer', 'person', 'criterion'].includes(kind);
}
