/** Python source as a tree that rules can read: what stands where, without deciding what it does. */

/** Offsets into the document that the source stands in, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

export type Expression = Span &
  (
    | { is: 'name'; name: string }
    | { is: 'attribute'; object: Expression; name: string }
    /** Of a slice or of several the index is undefined. */
    | { is: 'subscript'; object: Expression; index: Expression | undefined }
    | { is: 'call'; callee: Expression; args: Argument[] }
    | { is: 'string'; text: string }
    /** An f-string with something to fill in. */
    | { is: 'format'; parts: Expression[] }
    | { is: 'number'; value: number }
    | { is: 'boolean'; value: boolean }
    | { is: 'none' }
    | { is: 'list' | 'tuple' | 'set'; items: Expression[] }
    /** `**rest` has no key. */
    | { is: 'dict'; entries: { key: Expression | undefined; value: Expression }[] }
    /** Comparisons and `and`, `or`, too; `not in`, `is not` are one operator. */
    | { is: 'binary'; operator: string; left: Expression; right: Expression }
    | { is: 'unary'; operator: string; operand: Expression }
    | { is: 'conditional'; test: Expression; then: Expression; otherwise: Expression }
    /** Everything else, with the expressions in it. */
    | { is: 'other'; parts: Expression[] }
  );

export type Is<K extends Expression['is']> = Extract<Expression, { is: K }>;

export interface Argument extends Span {
  /** Of `name=value`. */
  name: string | undefined;
  /** `*args`, `**kwargs`. */
  isSpread: boolean;
  value: Expression;
}

export interface ImportedName extends Span {
  /** As written: `flask`, `.models`, `..`. */
  module: string;
  /** Undefined: the module itself. `*`: everything. */
  name: string | undefined;
  /** What it is called here; of `import a.b` it is `a`. */
  as: string;
}

export interface Binding {
  target: Expression;
  value: Expression;
  /** The target is one of the value's elements: `for target in value`. */
  isElement: boolean;
}

export interface Handler extends Span {
  /** Undefined: a bare `except:`. */
  type: Expression | undefined;
  /** Of the exception: `as e`. */
  name: string | undefined;
  /** The word `except`. */
  word: Span;
  body: Statement[];
}

export interface FunctionStatement extends Span {
  is: 'function';
  name: string;
  namePlace: Span;
  params: string[];
  decorators: Expression[];
  body: Statement[];
}

export interface ClassStatement extends Span {
  is: 'class';
  name: string;
  namePlace: Span;
  bases: Argument[];
  decorators: Expression[];
  body: Statement[];
}

export type Statement = Span &
  (
    | { is: 'assign'; targets: Expression[]; value: Expression }
    /** `a: int`, `a += 1`: the target becomes something that is not told. */
    | { is: 'update'; target: Expression; value: Expression | undefined }
    | { is: 'expression'; value: Expression }
    | { is: 'import'; names: ImportedName[] }
    | { is: 'return'; value: Expression | undefined }
    /** The test of `else` is undefined. */
    | { is: 'if'; branches: { test: Expression | undefined; body: Statement[] }[] }
    | { is: 'try'; body: Statement[]; handlers: Handler[]; rest: Statement[] }
    /** `for`, `while`, `with`, `match`. */
    | { is: 'block'; bindings: Binding[]; parts: Expression[]; body: Statement[] }
    | FunctionStatement
    | ClassStatement
    | { is: 'other'; parts: Expression[] }
  );
