/** Where a Flask application gives the text of an exception, or its stack trace, to whoever asked. */
import { isTrue, knownOf, literalOf } from '../documents/python/constant';
import {
  type Context,
  functionsAround,
  holdsWithin,
  nameOf,
  type PythonModule,
  partsOf,
} from '../documents/python/pythonModule';
import type { Expression, Span } from '../documents/python/syntax';
import { isForDevelopment, settingsOf, usesFlask } from './appSettings';
import { errorHandlerOf, isInHandler } from './requestHandlers';
import { givenBefore } from './uploadedFiles';

export interface ErrorText {
  place: Span;
  isTrace: boolean;
}

const TRACE = /^traceback\.(?:format_exc|format_exception|format_tb|format_stack)$/;
/** Makes an answer of what it is given. */
const ANSWERS =
  /^(?:flask\.)?(?:jsonify|make_response|Response|render_template|render_template_string|abort|flash|json\.dumps)$/;

/** What is raised to tell the visitor what to do otherwise. */
const MEANT =
  /Valid|HTTPException|NotFound|BadRequest|Forbidden|Unauthori|Invalid|Permission|Auth|Token|JWT|Quota|Limit|TooLarge|^(?:Value|Key|Type|Index)Error$|Abort|User|Api|Business|Service|Custom|App(?:lication)?Error/i;

export function errorTexts(module: PythonModule): ErrorText[] {
  if (!usesFlask(module) && !module.isExcerpt) return [];
  const out = new Map<number, ErrorText>();
  const looker = textsIn(module);
  const look = (answer: Expression, context: Context) => {
    if (isForDevelopment(module, context)) return;
    for (const found of looker(answer, context)) out.set(found.place.start, found);
  };
  for (const { node, ...context } of module.returns) if (answersVisitor(module, node, context)) look(node, context);
  for (const { node, ...context } of module.calls)
    if (/^flask\.(?:abort|flash|jsonify|make_response)$/.test(nameOf(module, node.callee) ?? ''))
      for (const { value } of node.args) look(value, context);
  return [...out.values()].sort((a, b) => a.place.start - b.place.start);
}

/** In a function that answers requests, or in what is made into an answer. */
function answersVisitor(module: PythonModule, value: Expression, context: Context): boolean {
  if (isInHandler(module, context)) return true;
  if (functionsAround(context).some((each) => errorHandlerOf(module, each))) return true;
  return holdsWithin(value, (e) => e.is === 'call' && ANSWERS.test(nameOf(module, e.callee) ?? ''));
}

/** What was looked at once for an exception is not looked at again: answers stand in answers. */
function textsIn(module: PythonModule) {
  const seen = new Map<object, { known: Set<Expression>; exception: string | undefined }>();
  return (answer: Expression, context: Context): ErrorText[] => {
    const { handler, scope } = context;
    const reading = seen.get(handler ?? scope) ?? { known: new Set(), exception: exceptionOf(module, context) };
    seen.set(handler ?? scope, reading);
    const { known, exception } = reading;
    const isException = (e: Expression): boolean => e.is === 'name' && e.name === exception;
    const out: ErrorText[] = [];
    const open = [answer];
    for (let e = open.pop(); e; e = open.pop()) {
      if (known.has(e)) continue;
      known.add(e);
      const isTrace = e.is === 'call' && TRACE.test(nameOf(module, e.callee) ?? '');
      if (isTrace || givesText(module, e, isException)) out.push({ place: e, isTrace });
      else for (const part of shownParts(e)) open.push(part);
      if (e.is !== 'name') continue;
      const given = givenBefore(module, e.name, scope, e.start);
      // Only what was made of this exception.
      if (given && !given.isElement && handler && given.position > handler.start) open.push(given.value);
    }
    return out;
  };
}

/** `str(e)`, `'…'.format(e)`, `'…' % e`, `f"{e}"` */
function givesText(module: PythonModule, e: Expression, isException: (part: Expression) => boolean): boolean {
  if (e.is === 'format') return e.parts.some(isException);
  if (e.is !== 'call') return isFilledWith(e, isException);
  if (/^(?:str|repr)$/.test(nameOf(module, e.callee) ?? '') && e.args[0] && isException(e.args[0].value)) return true;
  const isFilled = e.callee.is === 'attribute' && e.callee.name === 'format';
  return isFilled && e.args.some(({ value }) => isException(value));
}

/** What of an expression becomes part of its text. */
function shownParts(e: Expression): readonly Expression[] {
  switch (e.is) {
    case 'call':
      return e.args.map(({ value }) => value);
    case 'dict':
      return e.entries.map(({ value }) => value);
    case 'conditional':
      return [e.then, e.otherwise];
    case 'format':
    case 'binary':
    case 'tuple':
    case 'list':
      return partsOf(e);
    default:
      return [];
  }
}

/** `'…' % e`, `'…' % (name, e)` */
const isFilledWith = (e: Expression, holds: (part: Expression) => boolean): boolean =>
  e.is === 'binary' && e.operator === '%' && (holds(e.right) || (e.right.is === 'tuple' && e.right.items.some(holds)));

/** The exception that is handled here, unless it was raised for the visitor. */
function exceptionOf(module: PythonModule, { scope, handler }: Context): string | undefined {
  if (handler) return handler.type && isMeant(module, handler.type) ? undefined : handler.name;
  const around = scope.of?.is === 'function' ? scope.of : undefined;
  const decorator = around && errorHandlerOf(module, around);
  const handled = decorator?.args[0]?.value;
  if (!handled) return undefined;
  const code = literalOf(module, handled, scope);
  const isInternal =
    code === 500 || /(?:^|\.)(?:Exception|BaseException|InternalServerError)$/.test(nameOf(module, handled) ?? '');
  return isInternal ? around?.params[0] : undefined;
}

function isMeant(module: PythonModule, type: Expression): boolean {
  const types = type.is === 'tuple' ? type.items : [type];
  return types.every((each) => MEANT.test((nameOf(module, each) ?? '').split('.').at(-1)!));
}

/** `PROPAGATE_EXCEPTIONS = True` where no development is. */
export const propagates = (module: PythonModule) =>
  settingsOf(module).filter((setting) => {
    const known = setting.key === 'PROPAGATE_EXCEPTIONS' ? knownOf(module, setting.value, setting.scope) : undefined;
    return known !== undefined && isTrue(known.value) && !isForDevelopment(module, setting);
  });
