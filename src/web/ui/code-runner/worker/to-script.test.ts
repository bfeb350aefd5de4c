import { describe, expect, test } from 'vitest';
import { toScript } from './to-script.ts';

describe('toScript', () => {
  test('leaves plain JavaScript as it is', () => {
    const code = 'const important = 1; // import\nimport("x");';
    expect(toScript(code, false)).toBe(code);
  });

  test('takes types away', () => {
    expect(toScript('const n: number = 1 as number;', true)).toMatch(/const n\s* = 1\s*;/);
  });

  test('turns imports and exports into what a script can do', () => {
    const script = toScript("import { add } from './add.js';\nexport const sum = add(1, 2);", false);
    expect(script).toContain("require('./add.js')");
    expect(script).not.toMatch(/^(?:import|export)\b/m);
  });

  test('refuses what is no TypeScript', () => {
    expect(() => toScript('const = 1', true)).toThrow(SyntaxError);
  });
});
