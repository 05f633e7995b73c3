/** Expressions of Python out of the tree of its grammar. */
import { readNumber, readString } from './literals';
import type { Argument, Expression } from './syntax';
import type { TreeNode } from './syntaxTree';

/** Deeper ones are not looked into: nobody writes them, and the stack is finite. */
export const MAX_DEPTH = 200;

/** Names of the grammar's nodes that are values; all others are words and marks between them. */
const isValue = ({ name }: TreeNode): boolean => VALUES.has(name) || name.endsWith('Expression');
const VALUES = new Set(['VariableName', 'Number', 'String', 'FormatString', 'ContinuedString', 'Boolean', 'None']);

export const spanOf = ({ from, to }: TreeNode) => ({ start: from, end: to });

export const textOf = ({ from, to }: TreeNode, source: string): string => source.slice(from, to);

/** The values among the children of a node. */
export const valuesIn = (node: TreeNode, source: string, depth: number): Expression[] =>
  node.children.filter(isValue).map((child) => readExpression(child, source, depth + 1));

export function readExpression(node: TreeNode, source: string, depth = 0): Expression {
  // Every second one is a name.
  if (node.name === 'VariableName') return { start: node.from, end: node.to, is: 'name', name: textOf(node, source) };
  const span = spanOf(node);
  if (depth > MAX_DEPTH) return { ...span, is: 'other', parts: [] };
  const read = (child: TreeNode) => readExpression(child, source, depth + 1);
  const values = () => valuesIn(node, source, depth);
  switch (node.name) {
    case 'Number':
      return { ...span, is: 'number', value: readNumber(textOf(node, source)) };
    case 'Boolean':
      return { ...span, is: 'boolean', value: textOf(node, source) === 'True' };
    case 'None':
      return { ...span, is: 'none' };
    case 'String':
      return { ...span, is: 'string', text: readString(textOf(node, source)) };
    case 'FormatString':
    case 'ContinuedString':
      return readJoined(node, source, depth);
    case 'ParenthesizedExpression': {
      const [inner] = values();
      return inner ? { ...inner, ...span } : { ...span, is: 'other', parts: [] };
    }
    case 'TupleExpression':
      return { ...span, is: 'tuple', items: values() };
    case 'ArrayExpression':
      return { ...span, is: 'list', items: values() };
    case 'SetExpression':
      return { ...span, is: 'set', items: values() };
    case 'DictionaryExpression':
      return { ...span, is: 'dict', entries: readEntries(node, source, depth) };
    case 'MemberExpression':
      return readMember(node, source, depth);
    case 'CallExpression': {
      const [callee, list] = node.children;
      if (!callee || list?.name !== 'ArgList') return { ...span, is: 'other', parts: values() };
      return { ...span, is: 'call', callee: read(callee), args: readArguments(list, source, depth + 1) };
    }
    case 'BinaryExpression': {
      const [first, ...rest] = node.children;
      const last = rest.pop();
      if (!first || !last || !isValue(first) || !isValue(last)) return { ...span, is: 'other', parts: values() };
      const operator = rest.map((word) => textOf(word, source)).join(' ');
      return { ...span, is: 'binary', operator, left: read(first), right: read(last) };
    }
    case 'UnaryExpression': {
      const [operator, operand] = node.children;
      if (!operator || !operand) return { ...span, is: 'other', parts: [] };
      const word = textOf(operator, source);
      if (word === 'not') return readNegation(span.start, operand, source, depth + 1);
      return { ...span, is: 'unary', operator: word, operand: read(operand) };
    }
    case 'ConditionalExpression': {
      const parts = values();
      const [then, test, otherwise] = parts;
      if (!then || !test || !otherwise) return { ...span, is: 'other', parts };
      return { ...span, is: 'conditional', test, then, otherwise };
    }
    default:
      return { ...span, is: 'other', parts: values() };
  }
}

/** The grammar takes `not a and b` for `not (a and b)`; the language binds `not` to `a` alone. */
function readNegation(start: number, node: TreeNode, source: string, depth: number): Expression {
  const { end } = spanOf(node);
  const [left, word, right] = node.name === 'BinaryExpression' && depth <= MAX_DEPTH ? node.children : [];
  if (!left || !right || !/^(?:and|or)$/.test(word!.name))
    return { start, end, is: 'unary', operator: 'not', operand: readExpression(node, source, depth) };
  return {
    start,
    end,
    is: 'binary',
    operator: word!.name,
    left: readNegation(start, left, source, depth + 1),
    right: readExpression(right, source, depth + 1),
  };
}

function readMember(node: TreeNode, source: string, depth: number): Expression {
  const span = spanOf(node);
  const [first, mark, ...rest] = node.children;
  if (!first) return { ...span, is: 'other', parts: [] };
  const object = readExpression(first, source, depth + 1);
  const [name] = rest;
  if (mark?.name === '.') return { ...span, is: 'attribute', object, name: name ? textOf(name, source) : '' };
  const inner = rest.filter(({ name }) => name !== ']');
  const index = inner.length === 1 && isValue(inner[0]!) ? readExpression(inner[0]!, source, depth + 1) : undefined;
  return { ...span, is: 'subscript', object, index };
}

/** `"a" "b"`, `f"{a}"`: with nothing to fill in it is a text like another. */
function readJoined(node: TreeNode, source: string, depth: number): Expression {
  const span = spanOf(node);
  const pieces = node.name === 'ContinuedString' ? node.children : [node];
  const filled = pieces.flatMap((piece) => piece.children.filter(({ name }) => name === 'FormatReplacement'));
  if (filled.length > 0)
    return { ...span, is: 'format', parts: filled.flatMap((each) => valuesIn(each, source, depth + 1)) };
  return { ...span, is: 'string', text: pieces.map((piece) => readString(textOf(piece, source))).join('') };
}

function readEntries(node: TreeNode, source: string, depth: number) {
  const entries: { key: Expression | undefined; value: Expression }[] = [];
  let key: Expression | undefined;
  let isBehindColon = false;
  for (const child of node.children) {
    if (child.name === ':') isBehindColon = true;
    else if (!isValue(child)) key = undefined;
    else {
      const value = readExpression(child, source, depth + 1);
      if (isBehindColon || child.before === '**') entries.push({ key, value });
      key = value;
      isBehindColon = false;
    }
  }
  return entries;
}

/** Also the bases of a class. */
export function readArguments(list: TreeNode, source: string, depth: number): Argument[] {
  const out: Argument[] = [];
  const children = list.children;
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!;
    if (!isValue(child)) continue;
    const isNamed = child.name === 'VariableName' && children[i + 1]?.name === 'AssignOp';
    const given = isNamed ? children[i + 2] : child;
    const start = child.from;
    // Half an argument, as it is typed.
    if (!given || !isValue(given)) continue;
    const isSpread = /^\*\*?$/.test(child.before) || child.before === 'ArithOp';
    const value = readExpression(given, source, depth + 1);
    out.push({ start, end: value.end, name: isNamed ? textOf(child, source) : undefined, isSpread, value });
    if (isNamed) i += 2;
    // What a comprehension is made of belongs to its first value.
    if (children[i + 1]?.name === 'for' || children[i + 1]?.name === 'async') {
      out[out.length - 1]!.value = { start, end: list.to, is: 'other', parts: [value] };
      break;
    }
  }
  return out;
}
