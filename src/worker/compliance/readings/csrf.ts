/** What a Python module does about forged requests: Flask-WTF, Flask-SeaSurf (fact T24). */
import { knownOf } from '../documents/python/constant';
import { nameOf, type PythonModule } from '../documents/python/pythonModule';
import type { Expression, FunctionStatement, Span } from '../documents/python/syntax';
import { holdsOne } from '../holdsOne';
import { once } from '../once';
import { onceIn } from '../onceIn';
import { isForDevelopment, settingsOf } from './appSettings';
import { isOfTests } from './testSettings';

const PROTECTION =
  /(?:^|\.)(?:CSRFProtect|CsrfProtect|SeaSurf|CSRFMiddleware|csrf_protect|StarletteCsrfProtect\w*|CsrfExtension)$/;

/** Where protection of a whole application is switched on: `CSRFProtect(app)`, `csrf.init_app(app)`. */
export const csrfProtections = once((module: PythonModule): Span[] =>
  module.calls.flatMap(({ node }) => {
    const name = nameOf(module, node.callee) ?? '';
    return PROTECTION.test(name) || /(?:^|[._])csrf\.init_app$/i.test(name) ? [node] : [];
  }),
);

export interface CsrfHole {
  kind: 'off' | 'exempt';
  place: Span;
  /** The literal that stands where `True` should. */
  value: Span | undefined;
}

/** Other services that call, and programs with keys of their own, send no form of the page. */
const OF_MACHINES = /hook|api|callback|ipn|notif|token|oauth|saml|rpc|graphql|health|metrics|upload_chunk/i;
const READS_KEYS = /get_json|request\.json|Authorization|authorization|hmac|signature|api_key|bearer/gi;

export function csrfHoles(module: PythonModule): CsrfHole[] {
  const settings = settingsOf(module);
  const off = settings.flatMap((setting): CsrfHole[] => {
    const { key, value, entry, scope } = setting;
    if (!/^WTF_CSRF_(?:ENABLED|CHECK_DEFAULT)$/.test(key) || isForDevelopment(module, setting)) return [];
    if (knownOf(module, value, scope)?.value !== false || isOfTests(module, setting)) return [];
    return [{ kind: 'off', place: entry, value: value.is === 'boolean' ? value : undefined }];
  });
  const exempt = [
    ...module.functions.flatMap(({ node }) =>
      node.decorators.flatMap((decorator) =>
        isExempt(module, decorator) && !isOfMachines(module, node) ? decorator : [],
      ),
    ),
    ...module.calls.flatMap(({ node }) => {
      const [blueprint] = node.args;
      const isDecorator = blueprint === undefined || blueprint.value.is === 'call';
      return isExempt(module, node.callee) && !isDecorator && !OF_MACHINES.test(written(module, blueprint)) ? node : [];
    }),
  ];
  return [...off, ...exempt.map((place): CsrfHole => ({ kind: 'exempt', place, value: undefined }))];
}

const isExempt = (module: PythonModule, expression: Expression): boolean =>
  /(?:^|[._])(?:csrf|csrf_protect|seasurf)\.exempt$/i.test(nameOf(module, expression) ?? '');

const isOfMachines = onceIn(
  (module: PythonModule, node: FunctionStatement): boolean =>
    OF_MACHINES.test(node.name) ||
    node.decorators.some((decorator) => OF_MACHINES.test(written(module, decorator))) ||
    holdsOne(keysRead(module), node),
);

/** Functions stand in functions. */
const keysRead = once(({ text }: PythonModule) => [...text.matchAll(READS_KEYS)].map(({ index }) => index));

const written = ({ text }: PythonModule, { start, end }: Span): string => text.slice(start, end);

/** Whether visitors are known again: without a session or a login nobody has a name to misuse. */
export const knowsVisitors = ({ text }: PythonModule): boolean =>
  /\bsession\b|login|cookie|secret_key|basic_?auth|current_user/i.test(text);
