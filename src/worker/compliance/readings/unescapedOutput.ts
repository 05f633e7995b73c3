/** What a template puts out as it is, though it may come from a person (fact T33). */
import type { Chain, Filter } from '../documents/jinja/jinjaChains';
import { isConstant, type Local } from '../documents/jinja/locals';

/** They escape, or leave nothing that could be markup. */
const HARMLESS = new Set(
  'e escape forceescape tojson urlencode urlize int float length count round filesizeformat xmlattr abs wordcount'.split(
    ' ',
  ),
);
/** They leave markup as it is. */
const PASSING = new Set(
  (
    'safe default d string trim upper lower title capitalize first last truncate replace join format center indent ' +
    'wordwrap list sort reverse unique striptags random'
  ).split(' '),
);

/** Flask, Jinja and WTForms give these out as markup of their own, or as numbers. */
const OWN_CALLS =
  /^(?:url_for|super|caller|\w*(?:csrf|xsrf)\w*|static|range|lipsum|render_\w+|hidden_tag|label|\w*field|_|gettext|ngettext)$/;
const OWN_NAMES = /^(?:loop|self|form|caller)$/;

/** Names of texts that people type in, or that are read out of what they send. */
const TYPED =
  /^(?:q|query|keywords?|search(?:_?(?:term|query|text|word)s?)?|(?:user|first|last|full|display|nick|file|original)_?name|username|nickname|filename|name|email|(?:user_?)?input|results?|decoded(?:_\w+)?|qr_?(?:text|content|data|result)|payload|comment|feedback|signature|subject|address|phone|city|bio)$/i;

export type Doubt =
  /** What a person typed in. */
  | 'typed'
  /** Whatever it is, it may be markup on purpose. */
  | 'open'
  | undefined;

/**
 * Whether a value may hold what somebody else wrote, unescaped.
 * @param filters those that count: up to a `safe`
 */
export function doubtOf(
  chain: Chain,
  locals: ReadonlyMap<string, Local>,
  filters: readonly Filter[] = chain.filters,
): Doubt {
  if (filters.some(({ name }) => HARMLESS.has(name))) return undefined;
  const { root, path, isCall } = chain;
  const inArgs = filters.flatMap(({ name, args }) => (/^(?:format|replace|default|d|join)$/.test(name) ? args : []));
  const own = root === 'name' ? doubtOfName(path, isCall, locals) : undefined;
  const doubts = [own, ...[...chain.parts, ...inArgs].filter((part) => !isConstant(part)).map(argDoubt(locals))];
  const found = doubts.includes('typed') ? 'typed' : doubts.find((doubt) => doubt !== undefined);
  // Nobody knows what an own filter makes of it.
  return found && filters.some(({ name }) => !PASSING.has(name)) ? 'open' : found;
}

const argDoubt =
  (locals: ReadonlyMap<string, Local>) =>
  (part: Chain): Doubt =>
    doubtOf(part, locals);

function doubtOfName(path: readonly string[], isCall: boolean, locals: ReadonlyMap<string, Local>): Doubt {
  const first = path[0]!;
  const last = path.at(-1)!;
  const local = locals.get(first);
  if (local === 'constant' || (OWN_NAMES.test(first) && (path.length > 1 || isCall))) return undefined;
  if (isCall && (OWN_CALLS.test(first) || OWN_CALLS.test(last))) return undefined;
  if (
    first === 'request' &&
    /^(?:args|form|values|cookies|headers|query_string|data|json|url|referrer)$/.test(path[1] ?? '')
  )
    return 'typed';
  return !isCall && local === undefined && TYPED.test(last) ? 'typed' : 'open';
}
