import { alignSource } from './align-source.ts';
import { isFormula } from './limit-maths.ts';
import type { SourceChunks } from './source-chunks.ts';
import { findBeforeEdits, type SourceEdit, undoEdits } from './source-edits.ts';
import type { SourceChunk, SourceRun } from './source-run.ts';
import type { TreeNode } from './tree.ts';

/** One part of a shown text, in the order shown: characters with their source, or something shown as a whole. */
export type SourceLeaf =
  | { readonly kind: 'text'; readonly value: string; readonly runs: readonly SourceRun[] }
  | { readonly kind: 'whole'; readonly start: number; readonly end: number };

/** The way from a source to what is shown of it; `leaves` are filled anew each time it is typeset. */
export interface SourceTrace {
  readonly source: string;
  leaves: readonly SourceLeaf[];
}

export interface TraceOptions {
  readonly trace: SourceTrace;
  readonly chunks: SourceChunks;
  /** Where the text that was parsed differs from the source. */
  readonly edits: readonly SourceEdit[];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

interface Surroundings {
  readonly place?: Place | undefined;
  readonly code?: 'inline' | 'block' | undefined;
}

function placeOf(node: TreeNode): Place | undefined {
  const position = node.position as
    | { readonly start?: { readonly offset?: number }; readonly end?: { readonly offset?: number } }
    | undefined;
  const [start, end] = [position?.start?.offset, position?.end?.offset];
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** In code, what was read as prose is the name of its language; line ends inside a line of code became spaces. */
function chunksOfCode(chunks: readonly SourceChunk[], code: 'inline' | 'block'): SourceChunk[] {
  const read = chunks.filter((chunk) => chunk.kind !== 'prose');
  if (code === 'block') return read;
  return read.map((chunk) => (chunk.kind === 'line_end' ? { ...chunk, value: ' ' } : chunk));
}

function readText(node: TreeNode, around: Surroundings, { chunks, edits }: TraceOptions): SourceLeaf {
  const value = node.value ?? '';
  const place = placeOf(node) ?? (around.code === undefined ? undefined : around.place);
  // Line ends between blocks, numbers of footnotes and the like stand nowhere in the source.
  if (place === undefined) return { kind: 'text', value, runs: [] };
  const read = chunks.within(place);
  const chosen = around.code === undefined ? read : chunksOfCode(read, around.code);
  return { kind: 'text', value, runs: undoEdits(edits, alignSource(value, chosen)) };
}

function isWhole(node: TreeNode): boolean {
  return isFormula(node) || node.tagName === 'img' || node.tagName === 'sup';
}

function codeAround(node: TreeNode, around: Surroundings): Surroundings['code'] {
  if (node.tagName === 'pre') return 'block';
  return around.code ?? (node.tagName === 'code' ? 'inline' : undefined);
}

/** Notes for each part of the tree where in the source it stands. Comes before hidden characters become marks. */
export function traceSource(options: TraceOptions) {
  return (tree: TreeNode): void => {
    const leaves: SourceLeaf[] = [];
    const visit = (node: TreeNode, around: Surroundings): void => {
      const place = placeOf(node) ?? around.place;
      if (node.type === 'text') leaves.push(readText(node, around, options));
      else if (isWhole(node) && place !== undefined)
        leaves.push({ kind: 'whole', ...findBeforeEdits(options.edits, place) });
      else for (const child of node.children ?? []) visit(child, { place, code: codeAround(node, around) });
    };
    visit(tree, {});
    options.trace.leaves = leaves;
  };
}
