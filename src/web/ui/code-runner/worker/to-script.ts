import { transform } from 'sucrase';

/** TypeScript and modules as a plain script, which is what the interpreter runs; other code stays as it is. */
export function toScript(code: string, isTyped: boolean): string {
  const isModule = /^\s*(?:import\b(?!\s*\()|export\b)/m.test(code);
  if (!isTyped && !isModule) return code;
  return transform(code, {
    transforms: [...(isTyped ? (['typescript'] as const) : []), 'imports'],
    disableESTransforms: true,
    preserveDynamicImport: true,
    production: true,
  }).code;
}
