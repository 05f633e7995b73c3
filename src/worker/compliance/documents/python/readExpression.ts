/** Expressions of Python out of the tree of its grammar. */
import type { SyntaxNode } from '@lezer/common';
import { readNumber, readString } from './literals';
import type { Argument, Expression } from './syntax';

/** What a tree is read with. */
export interface Source {
  text: string;
}

/** Deeper ones are not looked into: nobody writes them, and the stack is finite. */
export const MAX_DEPTH = 200;

const IGNORED = new Set(['Comment', '⚠']);

/** The children of a node but for comments and what the grammar did not expect. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const out: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (!IGNORED.has(child.name)) out.push(child);
  return out;
}

/** Names of the grammar's nodes that are values; all others are words and marks between them. */
const isValue = ({ name }: SyntaxNode): boolean =>
  /Expression$|^(?:VariableName|Number|String|FormatString|ContinuedString|Boolean|None)$/.test(name);

export const spanOf = ({ from, to }: SyntaxNode) => ({ start: from, end: to });

export const textOf = ({ from, to }: SyntaxNode, { text }: Source): string => text.slice(from, to);

/** The values among the children of a node. */
export const valuesIn = (node: SyntaxNode, source: Source, depth: number): Expression[] =>
  childrenOf(node)
    .filter(isValue)
    .map((child) => readExpression(child, source, depth + 1));

export function readExpression(node: SyntaxNode, source: Source, depth = 0): Expression {
  const span = spanOf(node);
  if (depth > MAX_DEPTH) return { ...span, is: 'other', parts: [] };
  const read = (child: SyntaxNode) => readExpression(child, source, depth + 1);
  const values = () => valuesIn(node, source, depth);
  switch (node.name) {
    case 'VariableName':
      return { ...span, is: 'name', name: textOf(node, source) };
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
      const [callee, list] = childrenOf(node);
      if (!callee || list?.name !== 'ArgList') return { ...span, is: 'other', parts: values() };
      return { ...span, is: 'call', callee: read(callee), args: readArguments(list, source, depth + 1) };
    }
    case 'BinaryExpression': {
      const [first, ...rest] = childrenOf(node);
      const last = rest.pop();
      if (!first || !last || !isValue(first) || !isValue(last)) return { ...span, is: 'other', parts: values() };
      const operator = rest.map((word) => textOf(word, source)).join(' ');
      return { ...span, is: 'binary', operator, left: read(first), right: read(last) };
    }
    case 'UnaryExpression': {
      const [operator, operand] = childrenOf(node);
      if (!operator || !operand) return { ...span, is: 'other', parts: [] };
      const word = textOf(operator, source);
      if (word === 'not') return readNegation(span.start, operand, source, depth + 1);
      return { ...span, is: 'unary', operator: word, operand: read(operand) };
    }
    case 'ConditionalExpression': {
      const [then, test, otherwise] = values();
      if (!then || !test || !otherwise) return { ...span, is: 'other', parts: values() };
      return { ...span, is: 'conditional', test, then, otherwise };
    }
    default:
      return { ...span, is: 'other', parts: values() };
  }
}

/** The grammar takes `not a and b` for `not (a and b)`; the language binds `not` to `a` alone. */
function readNegation(start: number, node: SyntaxNode, source: Source, depth: number): Expression {
  const { end } = spanOf(node);
  const [left, word, right] = node.name === 'BinaryExpression' && depth <= MAX_DEPTH ? childrenOf(node) : [];
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

function readMember(node: SyntaxNode, source: Source, depth: number): Expression {
  const span = spanOf(node);
  const [first, mark, ...rest] = childrenOf(node);
  if (!first) return { ...span, is: 'other', parts: [] };
  const object = readExpression(first, source, depth + 1);
  const [name] = rest;
  if (mark?.name === '.') return { ...span, is: 'attribute', object, name: name ? textOf(name, source) : '' };
  const inner = rest.filter(({ name }) => name !== ']');
  const index = inner.length === 1 && isValue(inner[0]!) ? readExpression(inner[0]!, source, depth + 1) : undefined;
  return { ...span, is: 'subscript', object, index };
}

/** `"a" "b"`, `f"{a}"`: with nothing to fill in it is a text like another. */
function readJoined(node: SyntaxNode, source: Source, depth: number): Expression {
  const span = spanOf(node);
  const pieces = node.name === 'ContinuedString' ? childrenOf(node) : [node];
  const filled = pieces.flatMap((piece) => childrenOf(piece).filter(({ name }) => name === 'FormatReplacement'));
  if (filled.length > 0)
    return { ...span, is: 'format', parts: filled.flatMap((each) => valuesIn(each, source, depth + 1)) };
  return { ...span, is: 'string', text: pieces.map((piece) => readString(textOf(piece, source))).join('') };
}

function readEntries(node: SyntaxNode, source: Source, depth: number) {
  const entries: { key: Expression | undefined; value: Expression }[] = [];
  let key: Expression | undefined;
  let isBehindColon = false;
  for (const child of childrenOf(node)) {
    if (child.name === ':') isBehindColon = true;
    else if (!isValue(child)) key = undefined;
    else {
      const value = readExpression(child, source, depth + 1);
      if (isBehindColon || child.prevSibling?.name === '**') entries.push({ key, value });
      key = value;
      isBehindColon = false;
    }
  }
  return entries;
}

/** Also the bases of a class. */
export function readArguments(list: SyntaxNode, source: Source, depth: number): Argument[] {
  const out: Argument[] = [];
  const children = childrenOf(list);
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!;
    if (!isValue(child)) continue;
    const isNamed = child.name === 'VariableName' && children[i + 1]?.name === 'AssignOp';
    const given = isNamed ? children[i + 2] : child;
    const start = child.from;
    // Half an argument, as it is typed.
    if (!given || !isValue(given)) continue;
    const isSpread = /^\*\*?$/.test(child.prevSibling?.name ?? '') || child.prevSibling?.name === 'ArithOp';
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
