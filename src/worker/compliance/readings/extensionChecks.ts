/** How a Python application decides by the extension of a name which uploads it takes. */
import { literalOf } from '../documents/python/constant';
import { callsIn, comparisonsIn, functionNamed } from '../documents/python/lookups';
import { lastName, nameOf, type PythonModule, within } from '../documents/python/pythonModule';
import type { Expression, FunctionStatement, Span } from '../documents/python/syntax';
import { once } from '../once';
import { settingsOf } from './appSettings';

/** Names of lists of what is taken, and of what is refused. */
const ALLOWED =
  /(?:allow|accept|permit|valid|support|white_?list|upload)\w*(?:ext|type|format|suffix)|(?:^|_)(?:ext(?:ension)?s?|suffix(?:es)?)(?:_|$)\w*(?:allow|white)|^extensions$|^ext_?list$|^allowed$/i;
const DENIED =
  /(?:den(?:y|ied)|forbid|forbidden|block|blocked|ban|banned|black_?list|disallow|dangerous|illegal|bad)\w*(?:ext|type|format|suffix|files?)?/i;
/** Functions that answer whether a file is taken. */
const CHECKER =
  /allow|valid|check|verify|permit|accept|is_?(?:image|safe|supported|pdf|csv|excel)|extension|suffix|get_?ext|filetype|mimetype/i;

/** Extensions that a browser, a server or a shell runs. */
const RUNS =
  /^\.?(?:svgz?|x?html?|shtml|php\d?|phtml|phar|jspx?|aspx?|cgi|pl|exe|dll|scr|com|msi|bat|cmd|ps1|vbs|jar|sh|hta|swf|htaccess)$|^\*$/i;

/** Entries of lists of allowed extensions that are run when they are opened. */
export function dangerousEntries(module: PythonModule): { text: string; place: Span }[] {
  const lists = new Set<Expression>();
  for (const { target, value } of module.assignments)
    if (target.is === 'name' && isAllowList(target.name)) lists.add(value);
  for (const { key, value } of settingsOf(module)) if (isAllowList(key)) lists.add(value);
  return [...lists].flatMap((list) =>
    within(list, ({ is }) => is === 'string').flatMap((each) =>
      each.is === 'string' && RUNS.test(each.text) ? [{ text: each.text, place: each }] : [],
    ),
  );
}

const isAllowList = (name: string): boolean => ALLOWED.test(name) && !DENIED.test(name);

/** `list` of extensions; `deny`: of those refused; `type`: what the client says; `unknown`: elsewhere. */
export type ExtensionCheck = 'list' | 'deny' | 'type' | 'unknown';

const NOTHING: ReadonlySet<ExtensionCheck> = new Set();

/**
 * What a function asks about an upload's name, itself or in functions of the module that it calls; without
 * one, the module.
 */
export const extensionChecks = (module: PythonModule, of: FunctionStatement | undefined): ReadonlySet<ExtensionCheck> =>
  checksByFunction(module).get(of) ?? NOTHING;

const checksByFunction = once((module: PythonModule) => {
  const checks = new Map<FunctionStatement | undefined, Set<ExtensionCheck>>();
  const callers = new Map<FunctionStatement, Set<FunctionStatement | undefined>>();
  for (const of of [undefined, ...module.functions.map(({ node }) => node)]) {
    const { own, called } = askedIn(module, of);
    checks.set(of, own);
    for (const each of called) callers.set(each, (callers.get(each) ?? new Set()).add(of));
  }
  // What a function asks, those that call it ask, too.
  const open = [...callers.keys()];
  for (let of = open.pop(); of; of = open.pop())
    for (const caller of callers.get(of) ?? []) {
      const known = checks.get(caller)!;
      const before = known.size;
      for (const check of checks.get(of) ?? NOTHING) known.add(check);
      if (caller && known.size > before) open.push(caller);
    }
  return checks;
});

function askedIn(module: PythonModule, of: FunctionStatement | undefined) {
  const own = new Set<ExtensionCheck>();
  const called = new Set<FunctionStatement>();
  for (const test of comparisonsIn(module, of)) {
    const check = checkOf(module, test);
    if (check) own.add(check);
  }
  for (const { node } of callsIn(module, of)) {
    const name = nameOf(module, node.callee) ?? lastName(node.callee);
    const last = name.split('.').at(-1)!;
    const callee = functionNamed(module, name.replace(/^self\./, ''));
    if (callee) called.add(callee);
    else if (/^(?:validate_on_submit|validate)$/.test(last)) own.add(usesFileAllowed(module) ? 'list' : 'unknown');
    else if (lastName(node.callee) === 'endswith') own.add('list');
    else if (/^re\.(?:match|search|fullmatch)$/.test(name)) own.add('list');
    else if (CHECKER.test(last)) own.add('unknown');
    else if (/UploadSet|IMAGES/.test(name)) own.add('list');
  }
  return { own, called };
}

const usesFileAllowed = once(({ imported }: PythonModule): boolean =>
  imported.some(({ node }) => node.name === 'FileAllowed'),
);

type Comparison = PythonModule['binaries'][number];

function checkOf(
  module: PythonModule,
  { node: { operator, left, right }, scope }: Comparison,
): ExtensionCheck | undefined {
  const name = nameOf(module, right) ?? settingName(right) ?? '';
  const last = name.split('.').at(-1)!;
  const said = module.text.slice(left.start, left.end);
  if (/(?:content_type|mimetype|mime)\b/i.test(said)) return 'type';
  if (!/in$/.test(operator)) return /ext|suffix/i.test(said) ? 'list' : undefined;
  if (DENIED.test(last)) return 'deny';
  if (ALLOWED.test(last) || /ALLOWED|EXTENSIONS/i.test(last)) return 'list';
  const known = literalOf(module, right, scope);
  const isOfExtensions =
    Array.isArray(known) && known.some((each) => typeof each === 'string' && /^\.?[a-z]\w{1,4}$/i.test(each));
  return isOfExtensions && /ext|suffix|split|filename|lower/i.test(said) ? 'list' : undefined;
}

/** `app.config['ALLOWED_EXTENSIONS']` */
const settingName = (e: Expression): string | undefined =>
  e.is === 'subscript' && e.index?.is === 'string'
    ? e.index.text
    : e.is === 'call' && e.callee.is === 'attribute' && e.callee.name === 'get' && e.args[0]?.value.is === 'string'
      ? e.args[0].value.text
      : undefined;

/**
 * Extensions taken from the wrong end of the name: `filename.split('.')[1]` of `a.png.php`, and `'.png' in
 * filename`.
 */
export const looseChecks = (module: PythonModule): Span[] => [
  ...module.members.flatMap(({ node }) =>
    node.is === 'subscript' &&
    node.index?.is === 'number' &&
    node.index.value === 1 &&
    node.object.is === 'call' &&
    node.object.callee.is === 'attribute' &&
    node.object.callee.name === 'split' &&
    node.object.args[0]?.value.is === 'string' &&
    node.object.args[0].value.text === '.' &&
    isFileName(module, node.object.callee.object)
      ? [node]
      : [],
  ),
  ...module.binaries.flatMap(({ node }) =>
    node.operator === 'in' &&
    node.left.is === 'string' &&
    /^\.\w{2,5}$/.test(node.left.text) &&
    isFileName(module, node.right)
      ? [node]
      : [],
  ),
];

const isFileName = (module: PythonModule, e: Expression): boolean =>
  /(?:^|[._])file_?name$/i.test(nameOf(module, e) ?? '');
