import { classesOf, replaceChildren, type TreeNode, textOf } from './tree.ts';

const formulaCharacters = 4_000;
const formulas = 400;

function isFormula(node: TreeNode): boolean {
  return classesOf(node).some((name) => ['language-math', 'math-inline', 'math-display'].includes(name));
}

/** Leaves very long and very many formulas as their source, so that typesetting stays quick. */
export function limitMaths() {
  return (tree: TreeNode): void => {
    let count = 0;
    replaceChildren(tree, (node) => {
      if (!isFormula(node)) return undefined;
      count += 1;
      if (count > formulas || textOf(node).length > formulaCharacters) node.properties = {};
      return undefined;
    });
  };
}
