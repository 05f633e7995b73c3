/** Statements of Python out of the tree of its grammar. */
import { MAX_DEPTH, readArguments, readExpression, spanOf, textOf, valuesIn } from './readExpression';
import { readHeads, readImports } from './readParts';
import type { Expression, Handler, Statement } from './syntax';
import type { TreeNode } from './syntaxTree';

/** The statements that a node holds, those of a line with semicolons one after the other. */
export function readStatements(node: TreeNode | undefined, source: string, depth: number): Statement[] {
  if (!node || depth > MAX_DEPTH) return [];
  return node.children.flatMap((child) => {
    if (child.name === 'StatementGroup') return readStatements(child, source, depth + 1);
    // The colon that a body begins with, and the marks between statements.
    if (!/^[A-Z]/.test(child.name)) return [];
    const statement = readStatement(child, source, depth + 1);
    return statement ?? [];
  });
}

function readStatement(node: TreeNode, source: string, depth: number): Statement | undefined {
  const span = spanOf(node);
  const values = () => valuesIn(node, source, depth);
  const bodies = () => node.children.filter(({ name }) => name === 'Body');
  const inside = (parts: readonly TreeNode[]) => parts.flatMap((body) => readStatements(body, source, depth));
  switch (node.name) {
    case 'AssignStatement':
      return readAssignment(node, source, depth);
    case 'UpdateStatement': {
      const [target, value] = values();
      return target && { ...span, is: 'update', target, value };
    }
    case 'ExpressionStatement': {
      const [value, ...more] = values();
      return value && more.length === 0
        ? { ...span, is: 'expression', value }
        : { ...span, is: 'other', parts: value ? [value, ...more] : [] };
    }
    case 'ImportStatement':
      return { ...span, is: 'import', names: readImports(node, source) };
    case 'ReturnStatement':
      return { ...span, is: 'return', value: asOne(values()) };
    case 'IfStatement': {
      const branches = node.children.flatMap((child, i) => {
        if (child.name !== 'Body') return [];
        const word = node.children[i - 1];
        const test = word && word.name !== 'else' ? readExpression(word, source, depth + 1) : undefined;
        return [{ test, body: readStatements(child, source, depth) }];
      });
      return { ...span, is: 'if', branches };
    }
    case 'TryStatement': {
      const handlers = readHandlers(node, source, depth);
      const [body, ...others] = bodies();
      const rest = inside(others.slice(handlers.length));
      return { ...span, is: 'try', body: readStatements(body, source, depth), handlers, rest };
    }
    case 'ForStatement':
    case 'WhileStatement':
    case 'WithStatement':
      return { ...span, is: 'block', ...readHeads(node, source, depth), body: inside(bodies()) };
    case 'MatchStatement': {
      const clauses = node.children.flatMap((part) =>
        part.name === 'MatchBody' ? part.children.filter(({ name }) => name === 'MatchClause') : [],
      );
      const body = clauses.flatMap((clause) =>
        clause.children.flatMap((part) => (part.name === 'Body' ? readStatements(part, source, depth + 1) : [])),
      );
      return { ...span, is: 'block', bindings: [], parts: values(), body };
    }
    case 'DecoratedStatement': {
      const inner = node.children.find(({ name }) => name === 'FunctionDefinition' || name === 'ClassDefinition');
      const decorators = node.children.flatMap((child) =>
        child.name === 'Decorator' ? (readDecorator(child, source, depth) ?? []) : [],
      );
      return inner && readDefinition(inner, source, depth, decorators);
    }
    case 'FunctionDefinition':
    case 'ClassDefinition':
      return readDefinition(node, source, depth, []);
    case 'Script':
    case 'Body':
      return undefined;
    default:
      return { ...span, is: 'other', parts: values() };
  }
}

/** `a, b` without brackets is a tuple. */
function asOne(values: Expression[]): Expression | undefined {
  const [first] = values;
  if (values.length < 2) return first;
  return { start: first!.start, end: values.at(-1)!.end, is: 'tuple', items: values };
}

function readAssignment(node: TreeNode, source: string, depth: number): Statement | undefined {
  const span = spanOf(node);
  const sides: Expression[][] = [[]];
  for (const child of node.children) {
    if (child.name === 'AssignOp') sides.push([]);
    else if (/^[A-Z]/.test(child.name) && child.name !== 'TypeDef')
      sides.at(-1)!.push(readExpression(child, source, depth + 1));
  }
  const read = sides.map(asOne);
  const value = read.pop();
  const targets = read.flatMap((target) => target ?? []);
  if (targets.length === 0) return value && { ...span, is: 'update', target: value, value: undefined };
  // Half an assignment, as it is typed.
  return value ? { ...span, is: 'assign', targets, value } : undefined;
}

/** `@a.b(c)` as the expression `a.b(c)`. */
function readDecorator(node: TreeNode, source: string, depth: number): Expression | undefined {
  let out: Expression | undefined;
  for (const child of node.children) {
    const { end } = spanOf(child);
    if (child.name === 'VariableName') {
      const name = textOf(child, source);
      out = out
        ? { start: out.start, end, is: 'attribute', object: out, name }
        : { ...spanOf(child), is: 'name', name };
    } else if (child.name === 'ArgList' && out)
      out = { start: out.start, end, is: 'call', callee: out, args: readArguments(child, source, depth + 1) };
  }
  return out;
}

function readDefinition(node: TreeNode, source: string, depth: number, decorators: Expression[]): Statement {
  const children = node.children;
  const find = (wanted: string) => children.find(({ name }) => name === wanted);
  const named = find('VariableName');
  const common = {
    ...spanOf(node),
    name: named ? textOf(named, source) : '',
    namePlace: spanOf(named ?? node),
    decorators,
    body: readStatements(find('Body'), source, depth),
  };
  if (node.name === 'ClassDefinition') {
    const list = find('ArgList');
    return { ...common, is: 'class', bases: list ? readArguments(list, source, depth + 1) : [] };
  }
  const params = (find('ParamList') ?? node).children.flatMap((child) =>
    child.name === 'VariableName' && child.before !== 'AssignOp' ? textOf(child, source) : [],
  );
  return { ...common, is: 'function', params };
}

function readHandlers(node: TreeNode, source: string, depth: number): Handler[] {
  const out: Handler[] = [];
  let open: Omit<Handler, 'body' | 'end'> | undefined;
  for (const child of node.children) {
    const { start, end } = spanOf(child);
    if (child.name === 'except') open = { start, word: { start, end }, type: undefined, name: undefined };
    else if (!open) continue;
    else if (child.name === 'Body') {
      out.push({ ...open, end, body: readStatements(child, source, depth) });
      open = undefined;
    } else if (open.type && child.name === 'VariableName') open.name = textOf(child, source);
    else if (/^[A-Z]/.test(child.name)) open.type = readExpression(child, source, depth + 1);
  }
  return out;
}
