import type { TreeNode } from './tree.ts';

/** So many blocks are laid out together: each group is one more that the browser watches at every frame. */
const blocksTogether = 16;

/** Puts the blocks of a long text into groups, which the browser lays out only where they are in sight. */
export function groupBlocks() {
  return (tree: TreeNode): void => {
    const groups: TreeNode[] = [];
    let blocks = blocksTogether;
    for (const child of tree.children ?? []) {
      if (blocks >= blocksTogether) {
        groups.push({ type: 'element', tagName: 'div', properties: { dataGroup: '' }, children: [] });
        blocks = 0;
      }
      groups.at(-1)?.children?.push(child);
      if (child.type === 'element') blocks += 1;
    }
    tree.children = groups;
  };
}
