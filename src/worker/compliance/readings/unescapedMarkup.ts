/** Where a Python module passes text by the escaping of Jinja (fact T24). */
import { isRenderedText } from '../documents/jinja/inlineTemplates';
import { givenTo, literalOf } from '../documents/python/constant';
import { argumentOf, nameOf, type PythonModule, partsOf, type Scope } from '../documents/python/pythonModule';
import type { Expression, Is, Span } from '../documents/python/syntax';
import type { Doubt } from './unescapedOutput';

export interface UnescapedMarkup {
  /** `markup`: declared safe; `source`: compiled as a template; `off`, `unset`: the environment. */
  kind: 'markup' | 'source' | 'off' | 'unset';
  place: Span;
  doubt: Doubt;
  /** What stands where `True` should. */
  value?: Span;
  /** Where `autoescape=True` can be added, and what has to stand in front of it. */
  addAt?: { at: number; lead: string };
}

const ENVIRONMENT =
  /^jinja2(?:\.sandbox|\.environment)?\.(?:Environment|SandboxedEnvironment|ImmutableSandboxedEnvironment)$/;
const MARKUP = /^(?:markupsafe|flask|jinja2|jinja2\.utils)\.Markup$/;
/** Other languages than HTML have marks of their own. */
const OWN_MARKS = /^(?:block|variable|comment)_(?:start|end)_string$/;

/** They escape, or what they give is markup of their own or no text at all. */
const HARMLESS =
  /(?:^|\.)(?:escape|url_for|render_template|render_template_string|Markup|clean|sanitize\w*|linkify|dumps|tojson|quote|quote_plus|urlencode|int|float|len|round|bool|uuid4|token_\w+|get_formatter_by_name|highlight|get_style_defs)$/;
/** What Flask gives a handler of what a visitor sent. */
const REQUEST =
  /^flask\.request\.(?:args|form|values|cookies|headers|json|data|files|view_args|query_string|url|path|full_path|referrer|get_json|get_data)\b/;
/** Methods that keep what is in a text. */
const PASSING = /^(?:format|join|strip|replace|upper|lower|title|capitalize|get|getlist|split|decode|encode)$/;

const MAX_STEPS = 200;

export function unescapedMarkup(module: PythonModule): UnescapedMarkup[] {
  const out: UnescapedMarkup[] = [];
  for (const { node, scope } of module.calls) {
    const name = nameOf(module, node.callee) ?? '';
    if (ENVIRONMENT.test(name)) out.push(...environment(module, node, scope));
    const isMarkup = MARKUP.test(name);
    const text = isMarkup || isRenderedText(name) ? argumentOf(node, isMarkup ? 'base' : 'source', 0) : undefined;
    const doubt = text && doubtOf(module, text, { scope, steps: { left: MAX_STEPS } });
    if (doubt) out.push({ kind: isMarkup ? 'markup' : 'source', place: text, doubt });
  }
  for (const { target, value, scope } of module.assignments)
    if (
      target.is === 'attribute' &&
      target.name === 'autoescape' &&
      /(?:^|\.)(?:jinja_)?env(?:ironment)?$/.test(nameOf(module, target.object) ?? '') &&
      literalOf(module, value, scope) === false
    )
      out.push({ kind: 'off', place: value, value, doubt: 'typed' });
    else if (target.is === 'attribute' && target.name === 'jinja_options' && value.is === 'dict')
      for (const { key, value: option } of value.entries)
        if (key?.is === 'string' && key.text === 'autoescape' && literalOf(module, option, scope) === false)
          out.push({ kind: 'off', place: option, value: option, doubt: 'typed' });
  return out;
}

function environment(module: PythonModule, call: Is<'call'>, scope: Scope): UnescapedMarkup[] {
  const { args, callee } = call;
  if (args.some(({ isSpread, name }) => isSpread || OWN_MARKS.test(name ?? ''))) return [];
  const value = argumentOf(call, 'autoescape');
  if (value && literalOf(module, value, scope) !== false) return [];
  // What is no HTML is not escaped: mails, configuration.
  const doubt = servesPages(module) ? 'typed' : 'open';
  if (value) return [{ kind: 'off', place: value, value: value.is === 'boolean' ? value : undefined, doubt }];
  const last = args.at(-1);
  // Half a call, as it is typed, ends with its last argument.
  const isClosed = module.text[call.end - 1] === ')' && (!last || last.end < call.end);
  const addAt = isClosed ? { at: last?.end ?? call.end - 1, lead: last ? ', ' : '' } : undefined;
  return [{ kind: 'unset', place: callee, addAt, doubt }];
}

const WEB = /^(?:flask|quart|werkzeug|aiohttp|sanic|fastapi|starlette|bottle|tornado|cherrypy|falcon)(?:[._]|$)/;

/** Generators of pages, mails and configuration have environments, too. */
const servesPages = (module: PythonModule): boolean =>
  module.imported.some(({ node }) => WEB.test(node.module)) && /\.(?:html?|xhtml)\b/.test(module.text);

interface Reading {
  scope: Scope;
  steps: { left: number };
}

/** What a visitor sent is `typed`, what nothing tells is `open`. */
function doubtOf(module: PythonModule, expression: Expression, { scope, steps }: Reading): Doubt {
  if (steps.left-- <= 0) return 'open';
  const inside = (parts: readonly Expression[]): Doubt => {
    const doubts = parts.slice(0, steps.left + 1).map((part) => doubtOf(module, part, { scope, steps }));
    return doubts.includes('typed') ? 'typed' : doubts.find((doubt) => doubt !== undefined);
  };
  if (/^(?:string|number|boolean|none)$/.test(expression.is)) return undefined;
  if (REQUEST.test(nameOf(module, expression) ?? '')) return 'typed';
  if (expression.is === 'name') {
    if (literalOf(module, expression, scope) !== undefined) return undefined;
    const given = givenTo(expression.name, scope);
    return given ? doubtOf(module, given.value, { scope: given.scope, steps }) : 'open';
  }
  if (expression.is === 'conditional') return inside([expression.then, expression.otherwise]);
  if (expression.is === 'attribute')
    return doubtOf(module, expression.object, { scope, steps }) === 'typed' ? 'typed' : 'open';
  if (expression.is !== 'call') return inside(partsOf(expression));
  const { callee, args } = expression;
  const name = callee.is === 'attribute' ? callee.name : callee.is === 'name' ? (nameOf(module, callee) ?? '') : '';
  if (HARMLESS.test(name)) return undefined;
  const values = args.map(({ value }) => value);
  if (callee.is === 'attribute' && PASSING.test(name)) return inside([callee.object, ...values]);
  if (name === 'str') return inside(values);
  return callee.is === 'attribute' && REQUEST.test(nameOf(module, callee) ?? '') ? 'typed' : 'open';
}
