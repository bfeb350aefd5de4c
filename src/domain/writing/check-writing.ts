import type { TextFormat, ToneRule, WritingRules } from '#domain/rubrics/scale.ts';
import { countWords } from '#domain/text/count-words.ts';

/** One rule for a written text, and whether the text keeps to it. */
export interface WritingFinding {
  readonly rule: 'length' | 'format' | 'tone' | 'include' | 'exclude';
  /** What the rule asks, in words that hold whether or not it is met. */
  readonly label: string;
  readonly isMet: boolean;
  /** What to change; empty where the rule is met. */
  readonly message: string;
}

/** Holds a text against its rules, in the order in which they are shown; rules that ask nothing are left out. */
export function checkWriting(text: string, rules: WritingRules): WritingFinding[] {
  return [
    ...checkLength(text, rules),
    ...checkFormat(text, rules.format),
    ...rules.tone.map((rule) => checkTone(text, rule)),
    ...rules.mustInclude.map((phrase) => checkPhrase(text, { phrase, isWanted: true })),
    ...rules.mustNotInclude.map((phrase) => checkPhrase(text, { phrase, isWanted: false })),
  ];
}

function finding(
  rule: WritingFinding['rule'],
  { label, isMet, message }: { label: string; isMet: boolean; message: string },
): WritingFinding {
  return { rule, label, isMet, message: isMet ? '' : message };
}

function checkLength(text: string, { minWords, maxWords }: WritingRules): WritingFinding[] {
  if (minWords === 0 && maxWords === 0) return [];
  const words = countWords(text);
  const isShort = words < minWords;
  const isLong = maxWords > 0 && words > maxWords;
  const label =
    maxWords === 0
      ? `At least ${minWords} words`
      : minWords === 0
        ? `At most ${maxWords} words`
        : `${minWords} to ${maxWords} words`;
  const message = isShort
    ? `This text has ${words} words; at least ${minWords} are wanted.`
    : `This text has ${words} words; at most ${maxWords} fit. Shorten it.`;
  return [finding('length', { label, isMet: !isShort && !isLong, message })];
}

/** Each part is bounded and a link's words hold no bracket, so that a text of brackets alone is read in one go. */
const markdownSigns =
  /^(?: {0,3}(?:#{1,6} |[-*+] |\d{1,9}[.)] |> |```|~~~))|\*\*[^*\n]{1,500}\*\*|`[^`\n]{1,500}`|\[[^[\]\n]{1,500}\]\([^)\n]{1,500}\)/m;

function checkFormat(text: string, format: TextFormat): WritingFinding[] {
  switch (format) {
    case 'any':
      return [];
    case 'plain':
      return [
        finding('format', {
          label: 'Plain text without Markdown',
          isMet: !markdownSigns.test(text),
          message: 'This text holds Markdown, such as a heading, a list or **bold**. Write plain sentences.',
        }),
      ];
    case 'markdown':
      return [
        finding('format', {
          label: 'Structured with Markdown',
          isMet: markdownSigns.test(text),
          message: 'This text holds no Markdown. Use a heading, a list or a code block where it helps.',
        }),
      ];
    case 'json':
      return [
        finding('format', {
          label: 'Valid JSON',
          isMet: isJson(text),
          message: 'This text is not valid JSON. Check brackets, commas and quotation marks.',
        }),
      ];
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

interface Tone {
  readonly label: string;
  readonly pattern: RegExp;
  readonly cure: string;
}

/** Words that give a tone away in English; a rule for a draft, not a judgment of style. */
const tones: Readonly<Record<ToneRule, Tone>> = {
  no_first_person: {
    label: 'No first person',
    pattern: /\b(?:I|I['’](?:m|ve|ll|d)|me|my|mine|myself)\b/,
    cure: 'Write without “I”, “me” and “my”.',
  },
  no_exclamation: {
    label: 'No exclamation marks',
    pattern: /[!！]/,
    cure: 'End the sentence with a full stop.',
  },
  no_hedging: {
    label: 'No hedging',
    pattern: /\b(?:perhaps|maybe|possibly|i think|i believe|it seems|sort of|kind of|arguably)\b/i,
    cure: 'Say it, or say what is not known.',
  },
  no_apology: {
    label: 'No apologies',
    pattern: /\b(?:sorry|apologi[sz]e|apologies|unfortunately|i['’]m afraid)\b/i,
    cure: 'Say what can be done instead.',
  },
};

function checkTone(text: string, rule: ToneRule): WritingFinding {
  const { label, pattern, cure } = tones[rule];
  const found = pattern.exec(text)?.[0];
  return finding('tone', { label, isMet: found === undefined, message: `“${found ?? ''}” is used. ${cure}` });
}

function checkPhrase(
  text: string,
  { phrase, isWanted }: { phrase: string; isWanted: boolean },
): WritingFinding {
  const isThere = text.toLocaleLowerCase('en').includes(phrase.toLocaleLowerCase('en'));
  return isWanted
    ? finding('include', {
        label: `Mentions “${phrase}”`,
        isMet: isThere,
        message: `“${phrase}” is still to be mentioned.`,
      })
    : finding('exclude', {
        label: `Does not say “${phrase}”`,
        isMet: !isThere,
        message: `“${phrase}” must not be used. Say it in other words.`,
      });
}
