/** A node of a Markdown or HTML tree, as far as the plugins here look into it. */
export interface TreeNode {
  type: string;
  value?: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: TreeNode[];
  [other: string]: unknown;
}

/** Replaces each child by what `change` returns, deepest last; nothing returned keeps the child. */
export function replaceChildren(node: TreeNode, change: (child: TreeNode) => TreeNode[] | undefined): void {
  if (node.children === undefined) return;
  const next: TreeNode[] = [];
  for (const child of node.children) {
    const replaced = change(child);
    if (replaced === undefined) {
      replaceChildren(child, change);
      next.push(child);
    } else {
      next.push(...replaced);
    }
  }
  node.children = next;
}

/** All text below a node. */
export function textOf(node: TreeNode): string {
  return node.value ?? (node.children ?? []).map(textOf).join('');
}

export function classesOf(node: TreeNode): readonly string[] {
  const classes = node.properties?.className;
  return Array.isArray(classes) ? classes.map(String) : [];
}
