const literal = /(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)/y;
const escapeSequence = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

type Expected = 'value' | 'value_or_end' | 'key' | 'key_or_end' | 'colon' | 'comma_or_end' | 'nothing';

function afterValue(open: readonly string[]): Expected {
  return open.length === 0 ? 'nothing' : 'comma_or_end';
}

function afterPunctuation(mark: string, expected: Expected, open: string[]): Expected | null {
  const wantsValue = expected === 'value' || expected === 'value_or_end';
  if ((mark === '{' || mark === '[') && wantsValue) {
    open.push(mark);
    return mark === '{' ? 'key_or_end' : 'value_or_end';
  }
  const top = open.at(-1);
  const closes =
    (mark === '}' && top === '{' && (expected === 'key_or_end' || expected === 'comma_or_end')) ||
    (mark === ']' && top === '[' && (expected === 'value_or_end' || expected === 'comma_or_end'));
  if (closes) {
    open.pop();
    return afterValue(open);
  }
  if (mark === ',' && expected === 'comma_or_end') return top === '{' ? 'key' : 'value';
  return mark === ':' && expected === 'colon' ? 'value' : null;
}

function skipBlanks(text: string, from: number): number {
  let index = from;
  while (index < text.length && ' \t\r\n'.includes(text.charAt(index))) index += 1;
  return index;
}

/** A step forward: behind the token, or, where it is broken, the index of the break. */
interface Step {
  readonly end: number;
  readonly isBroken: boolean;
}

/** Walks by hand: a pattern with repeated alternatives overflows the engine's stack on a long text. */
function stepOverString(text: string, from: number): Step {
  let index = from + 1;
  while (index < text.length) {
    const character = text.charAt(index);
    if (character === '"') return { end: index + 1, isBroken: false };
    if (character < ' ') return { end: index, isBroken: true };
    if (character === '\\') {
      escapeSequence.lastIndex = index;
      if (!escapeSequence.test(text)) return { end: index, isBroken: true };
      index = escapeSequence.lastIndex;
    } else {
      index += 1;
    }
  }
  return { end: index, isBroken: true };
}

function stepOverValue(text: string, from: number): Step {
  if (text[from] === '"') return stepOverString(text, from);
  literal.lastIndex = from;
  return literal.test(text) ? { end: literal.lastIndex, isBroken: false } : { end: from, isBroken: true };
}

/** Finds the index at which text stops being JSON; the engine's own message often leaves it out. */
export function locateJsonError(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let index = skipBlanks(text, 0);
  while (index < text.length) {
    const character = text.charAt(index);
    let next: Expected | null = null;
    let end = index + 1;
    if ('[]{},:'.includes(character)) {
      next = afterPunctuation(character, expected, open);
    } else {
      const step = stepOverValue(text, index);
      if (step.isBroken) return step.end;
      end = step.end;
      if (expected === 'value' || expected === 'value_or_end') next = afterValue(open);
      else if (character === '"' && (expected === 'key' || expected === 'key_or_end')) next = 'colon';
    }
    if (next === null) return index;
    expected = next;
    index = skipBlanks(text, end);
  }
  return text.length;
}
