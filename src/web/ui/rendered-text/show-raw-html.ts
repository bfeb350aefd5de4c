import type { TreeNode } from './tree.ts';

const lineBreak = /^<br\s*\/?>$/i;
const blockParents = ['root', 'blockquote', 'listItem', 'footnoteDefinition'];

function shown(node: TreeNode, parent: TreeNode): TreeNode[] | undefined {
  if (node.type !== 'html') return undefined;
  const value = node.value ?? '';
  if (lineBreak.test(value)) return [{ type: 'break' }];
  const { position } = node;
  return [
    blockParents.includes(parent.type)
      ? { type: 'code', lang: 'html', value, position }
      : { type: 'text', value, position },
  ];
}

/** Shows HTML inside Markdown as the characters that were written: it is never parsed as HTML. */
export function showRawHtml() {
  return function visit(parent: TreeNode): void {
    if (parent.children === undefined) return;
    parent.children = parent.children.flatMap((child) => {
      const replaced = shown(child, parent);
      if (replaced === undefined && child.children !== undefined) visit(child);
      return replaced ?? [child];
    });
  };
}
