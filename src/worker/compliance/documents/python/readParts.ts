/** The parts of statements of Python: imports and the heads of blocks. */
import { readExpression, textOf } from './readExpression';
import type { Binding, Expression, ImportedName } from './syntax';
import type { TreeNode } from './syntaxTree';

export function readImports(node: TreeNode, source: string): ImportedName[] {
  const children = node.children;
  const isFrom = children[0]?.name === 'from';
  const at = isFrom ? children.findIndex(({ name }) => name === 'import') : 0;
  const module = children
    .slice(1, Math.max(at, 1))
    .map((part) => textOf(part, source))
    .join('');
  const out: ImportedName[] = [];
  let parts: TreeNode[] = [];
  const add = () => {
    const as = parts.findIndex(({ name }) => name === 'as');
    const written = parts.slice(0, as < 0 ? undefined : as);
    const name = written.map((part) => textOf(part, source)).join('');
    const alias = as < 0 ? undefined : parts[as + 1];
    parts = [];
    const [first] = written;
    if (!first || name === '') return;
    const span = { start: first.from, end: written.at(-1)!.to };
    const own = isFrom ? name : textOf(first, source);
    out.push({
      ...span,
      module: isFrom ? module : name,
      name: isFrom ? name : undefined,
      as: alias ? textOf(alias, source) : own,
    });
  };
  for (const child of children.slice(at + 1)) {
    if (child.name === ',') add();
    else if (!/^[()]$/.test(child.name)) parts.push(child);
  }
  add();
  return out;
}

/** What stands between the word of a `for`, `while` or `with` and its first body. */
export function readHeads(node: TreeNode, source: string, depth: number) {
  const bindings: Binding[] = [];
  const parts: Expression[] = [];
  const targets: Expression[] = [];
  let isBehindIn = false;
  let isBehindAs = false;
  for (const child of node.children) {
    if (child.name === 'Body') break;
    if (child.name === 'in') isBehindIn = true;
    else if (child.name === 'as') isBehindAs = true;
    else if (/^[A-Z]/.test(child.name)) {
      const read = readExpression(child, source, depth + 1);
      if (isBehindAs) bindings.push({ target: read, value: parts.at(-1)!, isElement: false });
      else if (node.name === 'ForStatement' && !isBehindIn) targets.push(read);
      else parts.push(read);
      isBehindAs = false;
    }
  }
  if (parts.length > 0 && node.name === 'ForStatement')
    for (const target of targets) bindings.push({ target, value: parts[0]!, isElement: true });
  return { bindings: bindings.filter(({ value }) => value), parts };
}
