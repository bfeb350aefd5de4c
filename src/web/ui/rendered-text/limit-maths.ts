import { countHidden } from './hidden-characters.ts';
import { classesOf, replaceChildren, type TreeNode, textOf } from './tree.ts';

const formulaCharacters = 4_000;
const formulas = 400;

/** Whether an element holds a formula that is still to be typeset. */
export function isFormula(node: TreeNode): boolean {
  return classesOf(node).some((name) => ['language-math', 'math-inline', 'math-display'].includes(name));
}

/**
 * Leaves some formulas as their source: very long and very many ones, so that typesetting stays quick,
 * and those with hidden characters, which would be lost in it.
 */
export function limitMaths() {
  return (tree: TreeNode): void => {
    let count = 0;
    replaceChildren(tree, (node) => {
      if (!isFormula(node)) return undefined;
      count += 1;
      const source = textOf(node);
      const isPlain = count > formulas || source.length > formulaCharacters || countHidden(source) > 0;
      if (isPlain) node.properties = {};
      return undefined;
    });
  };
}
