import type { ExportRun } from '#contract/exports.ts';
import { type Message, message, say } from '#web/messages/say.ts';
import { formatShare } from '#web/ui/format-number.ts';

export const stateWords: Readonly<Record<ExportRun['state'], Message>> = {
  waiting: message('Waiting'),
  running: message('Running'),
  done: message('Done'),
  failed: message('Stopped by a fault'),
  cancelled: message('Cancelled'),
};

export const stateTones = {
  waiting: 'neutral',
  running: 'neutral',
  done: 'good',
  failed: 'bad',
  cancelled: 'warn',
} as const satisfies Record<ExportRun['state'], string>;

/** "1,204 rows from 1,300 items" and, while it runs, how fast. */
export function runSentence(run: ExportRun): string {
  const { rowsWritten: rows, itemsTotal: items, itemsRead: read, ratePerSecond: rate } = run;
  if (run.state === 'done') {
    return say(
      '{rows, plural, one {# row} other {# rows}} from {items, plural, one {# item} other {# items}}.',
      { rows, items },
    );
  }
  const sentence = say(
    '{read, number} of {items, plural, one {# item} other {# items}} read, {rows, plural, one {# row} other {# rows}} written',
    { read, items, rows },
  );
  if (run.state !== 'running' || rate === null) return `${sentence}.`;
  return say('{sentence}; {rate, number} items a second.', { sentence, rate });
}

const marginWords: Readonly<Record<ExportRun['options']['margin'], Message>> = {
  none: message('no margin'),
  small: message('small margin'),
  large: message('large margin'),
};

/** The choices behind an export that differ from file to file, in a few words. */
export function optionsSentence({ options, format }: ExportRun): string {
  const { validationPercent: validation, testPercent: test, minJudgments, minAgreement } = options;
  const train = 100 - validation - test;
  const split = say('split {train} / {validation} / {test}', { train, validation, test });
  const parts = [split];
  if (options.includeGold) parts.push(say('with answers to gold tests'));
  if (format === 'annotations') return parts.join(', ');
  if (minJudgments > 1) parts.push(say('at least {minJudgments} judgments', { minJudgments }));
  if (minAgreement > 0) parts.push(say('majority of {share}', { share: formatShare(minAgreement) }));
  if (options.ties !== 'drop') {
    parts.push(options.ties === 'separate' ? say('ties apart') : say('ties both ways'));
  }
  if (format === 'trl-reward') parts.push(say(marginWords[options.margin]));
  if (options.finalAnswers === false) parts.push(say('votes also of settled items'));
  if (options.includeModelNames) parts.push(say('model names'));
  return parts.join(', ');
}
