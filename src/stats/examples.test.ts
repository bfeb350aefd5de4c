import { describe, expect, it } from 'vitest';

const sources = import.meta.glob<string>(['./*/*.ts', '!./**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const modules = import.meta.glob<Record<string, unknown>>(['./*/*.ts', '!./**/*.test.ts'], { eager: true });

const everything = Object.assign({}, ...Object.values(modules)) as Record<string, unknown>;

/** The lines of an example; the last one is `expression; // value`. */
function readExamples(source: string): string[][] {
  const comments = source.match(/\/\*\*[\s\S]*?\*\//g) ?? [];
  return comments
    .filter((comment) => comment.includes('@example'))
    .map((comment) =>
      comment
        .slice(comment.indexOf('@example') + '@example'.length)
        .split('\n')
        .map((line) => line.replace(/^\s*\*\/?/, '').trim())
        .filter((line) => line !== ''),
    );
}

function run(body: string): unknown {
  return new Function(...Object.keys(everything), body)(...Object.values(everything));
}

/** Typed arrays are written as `Int32Array [1, 2]`, and compared as plain lists. */
function asPlain(value: unknown): unknown {
  return ArrayBuffer.isView(value) ? Array.from(value as Int32Array) : value;
}

describe('The examples in the documentation of the statistics', () => {
  it.each(Object.keys(sources))('%s: each says what really comes out', (file) => {
    for (const lines of readExamples(sources[file] ?? '')) {
      const [, expression, expected] = /^(.*); \/\/ (.*)$/.exec(lines.at(-1) ?? '') ?? [];
      expect(expected, `the example in ${file} ends with "expression; // value"`).toBeDefined();
      const actual = run(`${lines.slice(0, -1).join('\n')}\nreturn ${expression};`);
      expect(asPlain(actual)).toEqual(run(`return ${expected?.replace(/^\w+Array /, '')};`));
    }
  });

  it('stand beside every exported function file', () => {
    const without = Object.keys(sources).filter(
      (file) => readExamples(sources[file] ?? '').length === 0 && Object.keys(modules[file] ?? {}).length > 0,
    );
    expect(without).toEqual([]);
  });
});
