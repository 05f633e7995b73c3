/** Where a Flask application gives the text of an exception, or its stack trace, to whoever asked. */
import { isTrue, knownOf, literalOf } from '../documents/python/constant';
import { type Context, functionsAround, nameOf, type PythonModule, within } from '../documents/python/pythonModule';
import type { Expression, Span } from '../documents/python/syntax';
import { isForDevelopment, settingsOf, usesFlask } from './appSettings';
import { errorHandlerOf, handlerAround } from './requestHandlers';
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
  const look = (answer: Expression, context: Context) => {
    if (isForDevelopment(module, context)) return;
    for (const found of textsIn(module, answer, context)) out.set(found.place.start, found);
  };
  for (const { node, ...context } of module.returns) if (answersVisitor(module, node, context)) look(node, context);
  for (const { node, ...context } of module.calls)
    if (/^flask\.(?:abort|flash|jsonify|make_response)$/.test(nameOf(module, node.callee) ?? ''))
      for (const { value } of node.args) look(value, context);
  return [...out.values()].sort((a, b) => a.place.start - b.place.start);
}

/** In a function that answers requests, or in what is made into an answer. */
function answersVisitor(module: PythonModule, value: Expression, context: Context): boolean {
  if (handlerAround(module, context)) return true;
  if (functionsAround(context).some((each) => errorHandlerOf(module, each))) return true;
  return within(value, (e) => e.is === 'call' && ANSWERS.test(nameOf(module, e.callee) ?? '')).length > 0;
}

function textsIn(module: PythonModule, answer: Expression, context: Context, steps = 3): ErrorText[] {
  const exception = exceptionOf(module, context);
  const out: ErrorText[] = [];
  const visit = (e: Expression): void => {
    if (e.is === 'call') {
      const name = nameOf(module, e.callee) ?? '';
      if (TRACE.test(name)) return void out.push({ place: e, isTrace: true });
      if (/^(?:str|repr)$/.test(name) && e.args[0] && isException(e.args[0].value))
        return void out.push({ place: e, isTrace: false });
      // `'…'.format(e)`
      const isFilled = e.callee.is === 'attribute' && e.callee.name === 'format';
      if (isFilled && e.args.some(({ value }) => isException(value)))
        return void out.push({ place: e, isTrace: false });
      for (const { value } of e.args) visit(value);
    } else if (isFilledWith(e, isException)) out.push({ place: e, isTrace: false });
    else if (e.is === 'format') {
      if (e.parts.some(isException)) out.push({ place: e, isTrace: false });
      else e.parts.forEach(visit);
    } else if (e.is === 'binary') [e.left, e.right].forEach(visit);
    else if (e.is === 'tuple' || e.is === 'list') e.items.forEach(visit);
    else if (e.is === 'dict') for (const { value } of e.entries) visit(value);
    else if (e.is === 'conditional') [e.then, e.otherwise].forEach(visit);
    else if (e.is === 'name' && steps > 0) {
      const given = givenBefore(module, e.name, context.scope, e.start);
      // Only what was made of this exception.
      if (given && !given.isElement && context.handler && given.position > context.handler.start)
        out.push(...textsIn(module, given.value, context, steps - 1));
    }
  };
  const isException = (e: Expression): boolean => e.is === 'name' && e.name === exception;
  visit(answer);
  return out;
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
