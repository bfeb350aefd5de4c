import { splitHidden } from './hidden-characters.ts';
import { isFormula } from './limit-maths.ts';
import { replaceChildren, type TreeNode } from './tree.ts';

/** Puts a visible mark where characters hide. Code blocks mark their own, formulas hold none. */
export function markHidden() {
  return (tree: TreeNode): void => {
    replaceChildren(tree, (node) => {
      if (node.tagName === 'pre' || isFormula(node)) return [node];
      if (node.type !== 'text' || node.value === undefined) return undefined;
      const pieces = splitHidden(node.value);
      if (pieces.every((piece) => piece.kind === 'text')) return undefined;
      return pieces.map((piece): TreeNode => {
        if (piece.kind === 'text') return { type: 'text', value: piece.text };
        return {
          type: 'element',
          tagName: 'span',
          properties: { dataHidden: String(piece.text.length), title: piece.name },
          children: [{ type: 'text', value: piece.label }],
        };
      });
    });
  };
}
