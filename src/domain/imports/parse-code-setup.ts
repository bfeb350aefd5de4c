import type { CodeSetup, CodeTest } from '#domain/items/item.ts';
import { answerLimits } from '#domain/judging/answers.ts';
import { isRunLanguage } from '#domain/judging/code-run.ts';
import { fieldOf, isJsonRecord, type JsonRecord, type JsonValue, labelOf, listOf } from './json-record.ts';
import { isRejection, type Rejection, reject } from './rejection.ts';

const mostFiles = 20;

/** Reads what belongs to running a response's code: language, tests and small files. */
export function parseCodeSetup(value: JsonValue | undefined): CodeSetup | undefined | Rejection {
  if (value === undefined || value === null) return undefined;
  if (!isJsonRecord(value))
    return reject('code', 'wrong_type', '"code" is an object with "language", "tests" and "files".');
  const language = fieldOf(value, 'language') ?? undefined;
  if (language !== undefined && !isRunLanguage(language)) {
    const message = 'Code can be run in python, javascript, typescript and sql.';
    return reject('code.language', 'wrong_type', message);
  }
  const tests = readList(value, { name: 'tests', most: answerLimits.testsOfRun, read: readTest });
  if (isRejection(tests)) return tests;
  const files = readList(value, { name: 'files', most: mostFiles, read: readFile });
  if (isRejection(files)) return files;
  return { ...(language !== undefined && { language }), tests, files };
}

function readList<Thing extends object>(
  code: JsonRecord,
  how: { name: string; most: number; read: (value: JsonRecord, field: string) => Thing | Rejection },
): Thing[] | Rejection {
  const { name, most, read } = how;
  const list = listOf(fieldOf(code, name) ?? []);
  const field = `code.${name}`;
  if (list === null) return reject(field, 'wrong_type', `"${field}" must be a list.`);
  if (list.length > most)
    return reject(field, 'wrong_type', `At most ${most} ${name} fit; these are ${list.length}.`);
  const things: Thing[] = [];
  for (const [index, value] of list.entries()) {
    const at = `${field}[${index}]`;
    if (!isJsonRecord(value)) return reject(at, 'wrong_type', `"${at}" must be an object.`);
    const thing = read(value, at);
    if (isRejection(thing)) return thing;
    things.push(thing);
  }
  return things;
}

function readTest(value: JsonRecord, field: string): CodeTest | Rejection {
  const [name, stdin, code, expected] = ['name', 'stdin', 'code', 'expected'].map((each) =>
    fieldOf(value, each),
  );
  if (typeof stdin !== 'string' && typeof code !== 'string')
    return reject(
      field,
      'missing_field',
      'A test has "stdin" to feed the program, or "code" to run after it.',
    );
  if (typeof stdin === 'string' && typeof expected !== 'string')
    return reject(
      `${field}.expected`,
      'missing_field',
      'A test with "stdin" needs the output that is "expected".',
    );
  const called = labelOf(name) ?? field.replace('code.', '');
  if (called.length > answerLimits.testNameCharacters) {
    const message = `The name of a test has at most ${answerLimits.testNameCharacters} characters. Shorten it.`;
    return reject(`${field}.name`, 'wrong_type', message);
  }
  return {
    name: called,
    expected: typeof expected === 'string' ? expected : '',
    ...(typeof stdin === 'string' && { stdin }),
    ...(typeof code === 'string' && { code }),
  };
}

function readFile(value: JsonRecord, field: string): { name: string; content: string } | Rejection {
  const [name, content] = [fieldOf(value, 'name'), fieldOf(value, 'content')];
  if (typeof name !== 'string' || !/^(?!\.+$)[\w.-]{1,100}$/.test(name))
    return reject(
      `${field}.name`,
      'wrong_type',
      'A file needs a plain name, such as "data.csv", without folders.',
    );
  if (typeof content !== 'string')
    return reject(`${field}.content`, 'missing_field', 'A file needs its content as text.');
  return { name, content };
}
