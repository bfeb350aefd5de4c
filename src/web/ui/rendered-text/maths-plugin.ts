import type { Options } from 'react-markdown';
import { wakeInTurn } from './wake-in-turn.ts';

type Plugin = NonNullable<Options['rehypePlugins']>[number];

/** No links, images or classes by formulas; growth by macros and sizes is bounded. */
const katexOptions = {
  trust: false,
  maxExpand: 300,
  maxSize: 12,
  strict: 'ignore' as const,
  errorColor: 'currentColor',
};

let plugin: Plugin | undefined;
let isAsked = false;
const listeners = new Set<() => void>();

async function load(): Promise<void> {
  const [{ default: rehypeKatex }] = await Promise.all([
    import('rehype-katex'),
    import('katex/dist/katex.min.css'),
  ]);
  plugin = [rehypeKatex, katexOptions];
  wakeInTurn(listeners);
}

/** Calls back once formulas can be typeset. */
export function subscribeToMaths(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The plugin that typesets formulas, or undefined until it has loaded; asking starts the load. */
export function readMathsPlugin(): Plugin | undefined {
  if (!isAsked) {
    isAsked = true;
    load().catch(() => {
      isAsked = false;
    });
  }
  return plugin;
}
