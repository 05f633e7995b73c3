/** The tree of Python's grammar as plain objects, which are walked faster than the parser's own. */
import { parser } from './library';

export interface TreeNode {
  /** As the grammar calls it: a rule, a keyword, or the sign itself. */
  name: string;
  from: number;
  to: number;
  /** Without comments, and without what the grammar did not expect. */
  children: TreeNode[];
  /** The name of the child in front of it. */
  before: string;
}

/** Never throws. */
export function readTree(text: string): TreeNode {
  const cursor = parser.parse(text).cursor();
  const root: TreeNode = { name: cursor.name, from: cursor.from, to: cursor.to, children: [], before: '' };
  const open = [root];
  cursor.iterate(
    ({ name, from, to, type }) => {
      if (type.isTop) return true;
      if (type.isError || name === 'Comment') return false;
      const siblings = open[open.length - 1]!.children;
      const node = { name, from, to, children: [], before: siblings[siblings.length - 1]?.name ?? '' };
      siblings.push(node);
      open.push(node);
      return true;
    },
    ({ type }) => {
      if (!type.isTop) open.pop();
    },
  );
  return root;
}
