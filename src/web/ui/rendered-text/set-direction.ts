import type { TreeNode } from './tree.ts';

const blocks = ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'blockquote', 'table', 'th', 'td'];
// These may stand inside a line of the other direction, and must not reorder it.
const insets = ['a', 'code'];

/**
 * Lets each block, each cell and each inset of a line take its direction from its own first letters. A list takes it as
 * one, so that its markers stand on one side; a table too, so that its columns keep one order.
 */
export function setDirection() {
  return function visit(node: TreeNode): void {
    const takesOwn = node.tagName !== undefined && [...blocks, ...insets].includes(node.tagName);
    // Formulas and blocks of code run from the left whatever they hold.
    if (node.tagName === 'pre') return;
    if (takesOwn) node.properties = { ...node.properties, dir: 'auto' };
    for (const child of node.children ?? []) visit(child);
  };
}
