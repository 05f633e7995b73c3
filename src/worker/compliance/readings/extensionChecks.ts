/** How a Python application decides by the extension of a name which uploads it takes. */
import { literalOf } from '../documents/python/constant';
import { callsIn, comparisonsIn, functionNamed } from '../documents/python/lookups';
import { nameOf, type PythonModule, within } from '../documents/python/pythonModule';
import type { Expression, FunctionStatement, Span } from '../documents/python/syntax';
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
export const dangerousEntries = (module: PythonModule): { text: string; place: Span }[] =>
  [
    ...module.assignments.flatMap(({ target, value }) => (target.is === 'name' ? [{ name: target.name, value }] : [])),
    ...settingsOf(module).map(({ key, value }) => ({ name: key, value })),
  ]
    .filter(({ name, value }, i, all) => isAllowList(name) && all.findIndex((each) => each.value === value) === i)
    .flatMap(({ value }) =>
      within(value, ({ is }) => is === 'string').flatMap((each) =>
        each.is === 'string' && RUNS.test(each.text) ? [{ text: each.text, place: each }] : [],
      ),
    );

const isAllowList = (name: string): boolean => ALLOWED.test(name) && !DENIED.test(name);

/** `list` of extensions; `deny`: of those refused; `type`: what the client says; `unknown`: elsewhere. */
export type ExtensionCheck = 'list' | 'deny' | 'type' | 'unknown';

/** Functions that call functions that call functions are followed so far. */
const MAX_DEPTH = 8;

/** What a function asks about an upload's name, itself or in functions of the module that it calls. */
export function extensionChecks(module: PythonModule, scope: FunctionStatement | undefined): Set<ExtensionCheck> {
  const out = new Set<ExtensionCheck>();
  const seen = new Set<FunctionStatement | undefined>();
  const look = (of: FunctionStatement | undefined, depth: number): void => {
    if (seen.has(of) || depth > MAX_DEPTH) return;
    seen.add(of);
    for (const test of comparisonsIn(module, of)) {
      const check = checkOf(module, test);
      if (check) out.add(check);
    }
    for (const { node } of callsIn(module, of)) {
      const name = nameOf(module, node.callee) ?? (node.callee.is === 'attribute' ? node.callee.name : '');
      const own = functionNamed(module, name.replace(/^self\./, ''));
      if (own) look(own, depth + 1);
      else if (/^(?:validate_on_submit|validate)$/.test(name.split('.').at(-1)!))
        out.add(usesFileAllowed(module) ? 'list' : 'unknown');
      else if (/\.endswith$/.test(name) || (node.callee.is === 'attribute' && node.callee.name === 'endswith'))
        out.add('list');
      else if (/^re\.(?:match|search|fullmatch)$/.test(name)) out.add('list');
      else if (CHECKER.test(name.split('.').at(-1)!)) out.add('unknown');
      else if (/UploadSet|IMAGES/.test(name)) out.add('list');
    }
  };
  look(scope, 0);
  return out;
}

const usesFileAllowed = ({ imported }: PythonModule): boolean =>
  imported.some(({ node }) => node.name === 'FileAllowed');

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
