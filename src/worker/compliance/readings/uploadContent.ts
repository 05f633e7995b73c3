/** How a Python application looks into what was uploaded: decoders, and what becomes of their errors. */
import { literalOf } from '../documents/python/constant';
import {
  type Context,
  functionsAround,
  lastName,
  nameOf,
  type PythonModule,
  type Scope,
  within,
} from '../documents/python/pythonModule';
import type { Expression, Handler, Is, Span } from '../documents/python/syntax';
import { holdsOne } from '../holdsOne';
import { once } from '../once';
import { usesFlask } from './appSettings';
import { isFiles } from './uploadedFiles';

const READS_CV = /^(?:cv2|cv)\.im(?:read|decode)$/;
const DECODES =
  /^(?:(?:cv2|cv)\.im(?:read|decode)|PIL\.Image\.open|Image\.open|pyzbar(?:\.pyzbar)?\.decode|imageio(?:\.\w+)?\.imread)$/;
/** Looks at the content in whatever way. */
const CHECKS =
  /^(?:imghdr\.what|magic\.\w+|filetype\.\w+|puremagic\.\w+|PyPDF2\.\w+|pypdf\.\w+|openpyxl\.load_workbook|pandas\.read_\w+|csv\.(?:Dict)?reader|json\.loads?|zipfile\.(?:ZipFile|is_zipfile)|cv2\.QRCodeDetector|wave\.open|mutagen\.\w+|clamd\.\w+)$/;

const isDecoder = (module: PythonModule, { callee }: Is<'call'>): boolean => DECODES.test(nameOf(module, callee) ?? '');

/** Whether anything in the module looks at contents; a function of the project may do so elsewhere. */
export const checksContent = (module: PythonModule): boolean =>
  module.calls.some(
    ({ node }) =>
      isDecoder(module, node) ||
      CHECKS.test(nameOf(module, node.callee) ?? '') ||
      /valid|verif|scan|sanit|check|detect|process|decode|resize|thumbnail|compress/i.test(lastName(node.callee)),
  );

/** Judged where uploads are: in a web application, or in a function that says whether a file is good. */
const concernsUploads = (module: PythonModule, context: Context): boolean =>
  module.isExcerpt ||
  usesFlask(module) ||
  functionsAround(context).some(({ name }) => /valid|allow|check|verify|is_?(?:image|safe)/i.test(name));

/** `except:` around a decoder: it hides every mistake, and the end of the program. */
export const bareHandlers = (module: PythonModule): { handler: Handler; isCv: boolean }[] =>
  module.tries.flatMap(({ node: { body, handlers }, ...context }) => {
    const bare = handlers.find(({ type }) => type === undefined);
    const [first, last] = [body[0], body.at(-1)];
    if (!bare || !first || !last || !concernsUploads(module, context)) return [];
    const { all, ofCv } = decodersOf(module);
    const tried = { start: first.start, end: last.end };
    return holdsOne(all, tried) ? [{ handler: bare, isCv: holdsOne(ofCv, tried) }] : [];
  });

/** Where decoders are called, in ascending order. */
const decodersOf = once((module: PythonModule) => {
  const called = module.calls.flatMap(({ node }) => (isDecoder(module, node) ? node : []));
  called.sort((a, b) => a.start - b.start);
  const ofCv = called.filter(({ callee }) => READS_CV.test(nameOf(module, callee) ?? ''));
  return { all: called.map(({ start }) => start), ofCv: ofCv.map(({ start }) => start) };
});

/** `img = cv2.imread(path)` whose None nobody looks for in that function. */
export const unheededResults = (module: PythonModule): Span[] =>
  module.assignments.flatMap(({ target, value, ...context }) => {
    if (target.is !== 'name' || value.is !== 'call' || !READS_CV.test(nameOf(module, value.callee) ?? '')) return [];
    if (!concernsUploads(module, context)) return [];
    return askedNames(module).get(context.scope)?.has(target.name) ? [] : [value];
  });

/** `img is None`, `if img`, `not img`, `assert img`, or it is handed on before anything is done with it. */
const askedNames = once(({ binaries, tests, returns }: PythonModule) => {
  const out = new Map<Scope, Set<string>>();
  // Comparisons stand in tests and in each other.
  const seen = new Set<Expression>();
  const add = (scope: Scope, asked: Expression) => {
    const names = out.get(scope) ?? new Set();
    out.set(scope, names);
    if (seen.has(asked)) return;
    for (const each of within(asked, () => true)) {
      seen.add(each);
      if (each.is === 'name') names.add(each.name);
    }
  };
  for (const { node, scope } of tests) add(scope, node);
  for (const { node, scope } of binaries) if (/^is|^[!=]=$/.test(node.operator)) add(scope, node);
  for (const { node, scope } of returns) if (node.is === 'name') add(scope, node);
  return out;
});

/** `Image.MAX_IMAGE_PIXELS = None`: the limit is off. */
export const liftedPixelLimits = (module: PythonModule): Span[] =>
  module.assignments.flatMap(({ target, value, scope, statement }) =>
    target.is === 'attribute' && target.name === 'MAX_IMAGE_PIXELS' && literalOf(module, value, scope) === null
      ? [statement]
      : [],
  );

const OPENS = /^(?:PIL\.Image|Image)\.open$/;

/** `Image.open(upload)` without `formats=`, where nobody asks for the format that was found. */
export const openedAsAny = (module: PythonModule): Span[] => {
  if (!/\bImage\b/.test(module.text) || !takesFiles(module)) return [];
  const opened = module.calls.filter(({ node }) => {
    const { callee, args } = node;
    const given = args.find(({ name }) => name === 'formats')?.value ?? args[2]?.value;
    return (
      OPENS.test(nameOf(module, callee) ?? '') &&
      args[0] !== undefined &&
      args[0].value.is !== 'string' &&
      !args.some(({ isSpread }) => isSpread) &&
      (given === undefined || given.is === 'none')
    );
  });
  return opened.length > 0 && !asksFormat(module) ? opened.map(({ node }) => node) : [];
};

const takesFiles = (module: PythonModule): boolean =>
  usesFlask(module) && module.members.some(({ node }) => isFiles(module, node));

/** `picture.format in ALLOWED`, `get_format_mimetype()`; `.format(…)` of a text is called. */
function asksFormat({ members, calls }: PythonModule): boolean {
  const called = new Set<Expression>(calls.map(({ node }) => node.callee));
  return members.some(
    ({ node }) =>
      node.is === 'attribute' && (node.name === 'get_format_mimetype' || (node.name === 'format' && !called.has(node))),
  );
}
