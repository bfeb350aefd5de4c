import type { TreeNode } from './tree.ts';

/** Their direction is that of their own first letters, which the browser finds. */
const leaves = ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'td'];
/** These stand inside a line, perhaps of the other direction, and must not reorder it. */
const insets = ['a', 'code'];
/** The browser passes over inner blocks that have a direction of their own, so these are told theirs. */
const containers = ['ul', 'ol', 'blockquote', 'table'];

const letter = /\p{L}/u;
const fromRight =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u;

/** The first letter below a node, formulas and code apart. */
function firstLetter(node: TreeNode): string | undefined {
  if (node.type === 'text') return letter.exec(node.value ?? '')?.[0];
  if (node.tagName === 'code' || node.tagName === 'pre') return undefined;
  for (const child of node.children ?? []) {
    const found = firstLetter(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function directionOf(node: TreeNode): 'auto' | 'ltr' | 'rtl' | undefined {
  const { tagName } = node;
  if (tagName === undefined) return undefined;
  if (leaves.includes(tagName) || insets.includes(tagName)) return 'auto';
  if (!containers.includes(tagName)) return undefined;
  return fromRight.test(firstLetter(node) ?? '') ? 'rtl' : 'ltr';
}

/**
 * Lets each block, each cell and each inset of a line run its own way. A list goes one way as a whole, so that its
 * markers stand on one side; a table too, so that its columns keep one order.
 */
export function setDirection() {
  return function visit(node: TreeNode): void {
    // Formulas and blocks of code run from the left whatever they hold.
    if (node.tagName === 'pre') return;
    const dir = directionOf(node);
    if (dir !== undefined) node.properties = { ...node.properties, dir };
    for (const child of node.children ?? []) visit(child);
  };
}
