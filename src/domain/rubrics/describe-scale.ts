import type { Scale, WritingRules } from './scale.ts';

/** A scale in a few words, such as "3 strengths a side with a tie". */
export function describeScale(scale: Scale): string {
  switch (scale.kind) {
    case 'preference': {
      const strengths = scale.steps === 1 ? '1 strength a side' : `${scale.steps} strengths a side`;
      const extras = listOf(scale.tie && 'a tie', scale.bothBad && '“both bad”');
      return extras.length === 0 ? `${strengths} without a tie` : `${strengths} with ${extras.join(' and ')}`;
    }
    case 'ranking': {
      const extras = listOf(
        scale.ties && 'ties',
        scale.allBad && '“all bad”',
        scale.unrankable && 'responses left out',
      );
      const ranking =
        scale.mode === 'full' ? 'a ranking of all responses' : 'the best and the worst response';
      return extras.length === 0 ? ranking : `${ranking} with ${extras.join(' and ')}`;
    }
    case 'rating':
      return `a rating from ${scale.min} to ${scale.max}`;
    case 'choice':
      return `a choice of ${scale.options.length}`;
    case 'choices':
      return `${scale.atLeast} to ${scale.atMost} of ${scale.options.length} options`;
    case 'number':
      return `a number from ${scale.min} to ${scale.max}${scale.unit === '' ? '' : ` ${scale.unit}`}${scale.decimals === 0 ? '' : ` with ${scale.decimals} decimals`}`;
    case 'slider':
      return `a slider from ${scale.min} (“${scale.lowLabel}”) to ${scale.max} (“${scale.highLabel}”) in steps of ${scale.step}`;
    case 'text':
      return `a text of ${scale.minCharacters} to ${scale.maxCharacters} characters`;
    case 'marks':
      return `marks of ${scale.types.length} types with ${scale.severities.length} severities, explanation ${scale.explanation}, correction ${scale.correction}${scale.wholeResponse ? ', also on whole responses' : ''}`;
    case 'claims':
      return `claims with ${scale.verdicts.length} verdicts, source ${scale.source}, note ${scale.note}`;
    case 'regions':
      return `regions (${scale.shapes.join(', ')}) with ${scale.labels.length} labels, note ${scale.note}`;
    case 'step_label':
      return `${scale.neutral ? 'good, neutral or bad' : 'good or bad'}${scale.stopAtFirstError ? ' up to the first error' : ''}`;
    case 'writing':
      return `${scale.purpose === 'prompt' ? 'a prompt' : 'a reference response'} ${startWords[scale.start]}${describeRules(scale.rules)}`;
    case 'continuation':
      return `the reply that goes on at each turn${scale.mayStop ? ', or none of them' : ''}`;
    case 'run':
      return 'a run of the code';
    case 'chat':
      return `a live chat with ${scale.models} ${scale.models === 1 ? 'model' : 'models'} over ${scale.minTurns} to ${scale.maxTurns} turns, each turn ${turnWords[scale.perTurn]}${scale.attack === null ? '' : ', as attacks'}`;
  }
}

const startWords = {
  blank: 'from scratch',
  edit: 'by editing',
  either: 'from scratch or by editing',
} as const;
const turnWords = { choose: 'chosen', rate: 'rated', none: 'unjudged' } as const;

const toneWords = {
  no_first_person: 'no first person',
  no_exclamation: 'no exclamation marks',
  no_hedging: 'no hedging',
  no_apology: 'no apologies',
} as const;

function describeRules(rules: WritingRules): string {
  const { minWords, maxWords, format, tone, mustInclude, mustNotInclude } = rules;
  const quoted = (phrases: readonly string[]) => phrases.map((phrase) => `“${phrase}”`).join(', ');
  const parts = listOf(
    minWords > 0 && `at least ${minWords} words`,
    maxWords > 0 && `at most ${maxWords} words`,
    format !== 'any' && `as ${format === 'json' ? 'JSON' : format}`,
    ...tone.map((rule) => toneWords[rule]),
    mustInclude.length > 0 && `with ${quoted(mustInclude)}`,
    mustNotInclude.length > 0 && `without ${quoted(mustNotInclude)}`,
  );
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}

function listOf(...words: readonly (string | false)[]): string[] {
  return words.filter((word) => word !== false);
}
