// Everything in the text of one bundle that reaches for a network, for another program or for code
// that is made while it runs.
import ts from 'typescript';

const { SyntaxKind } = ts;

const modules = new Set([
  'net',
  'http',
  'https',
  'http2',
  'tls',
  'dgram',
  'dns',
  'dns/promises',
  'child_process',
  'cluster',
  'inspector',
  'inspector/promises',
  'repl',
  'undici',
  'vm',
]);
const names = new Set([
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'RTCPeerConnection',
  'WebTransport',
  'importScripts',
  'sendBeacon',
  // Ways round `require`.
  'createRequire',
  'getBuiltinModule',
  'dlopen',
  'eval',
]);
const globals = new Set(['globalThis', 'self', 'window', 'global']);

const LOADER = 'src/worker/hosts/shipped/loadShipped.ts';
/** What modules of ours may have once each: they load shipped code, or bound the time of work. */
const holders = { vm: [LOADER, 'src/worker/hosts/withinTime.ts'], createRequire: [LOADER] };

/** Hosts that stand in text; none is ever asked for anything. */
const hosts = new Map([
  ['', 'the scheme alone, in a sentence or before what the user wrote'],
  ['www.w3.org', 'namespaces of XML'],
  ['schemas.openxmlformats.org', 'namespaces of workbooks'],
  ['docs.oasis-open.org', 'the id of the schema of SARIF'],
  ['vscode-elements.github.io', "documentation, in the library's warning to developers"],
  ['example.com', 'an example of a payload'],
  ['x', 'a base, for addresses without a host'],
  ['localhost', "the user's own ports, as links"],
  ['127.0.0.1', 'health checks in deployment files that are proposed'],
  ['app', 'a service in deployment files that are made'],
  ['host', 'an example in a sentence'],
  ['$host', 'a variable of nginx'],
  ['$host$request_uri', 'variables of nginx'],
]);
const ADDRESS = /\b(?:https?|wss?|ftp):\/\/(?:[^\s/@]*@)?(\[[^\]]*\]|[\p{L}\p{N}_$.%-]*)/giu;
/** As a whole text, or where a style sheet loads something. */
const NO_SCHEME = /(?:^|url\(\s*["']?|@import\s+["'])\/\/([\w-]+(?:\.[\w-]+)+)/gi;

/** Hosts in a text that are not among those above. */
const strangeHosts = (text) =>
  [...text.matchAll(ADDRESS), ...text.matchAll(NO_SCHEME)]
    .map(([, host]) => host.toLowerCase())
    .filter((host) => !hosts.has(host));

const moduleName = (text) => text.replace(/^node:/, '');

/** @param {string} name as it is imported, e.g. `node:net` */
export const isForbiddenModule = (name) => modules.has(moduleName(name));

/** Without the brackets around it, and the `0,` of a function that is to lose its object. */
function bare(node) {
  if (ts.isParenthesizedExpression(node)) return bare(node.expression);
  const isComma = ts.isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.CommaToken;
  return isComma ? bare(node.right) : node;
}

const isFunction = (node) => ts.isFunctionLike(node) && !ts.isParameter(node);

/** What an identifier is declared as in this text, by the scopes of the language. */
function declarationFinder(source) {
  let checker;
  const program = () =>
    ts.createProgram(
      [source.fileName],
      { allowJs: true, noLib: true, noResolve: true, types: [] },
      {
        ...ts.createCompilerHost({}),
        getSourceFile: (name) => (name === source.fileName ? source : undefined),
      },
    );
  return (node) => {
    checker ??= program().getTypeChecker();
    return checker.getSymbolAtLocation(node)?.valueDeclaration;
  };
}

/** Methods of the language's own collections and texts. */
const methods = new Set([
  'add',
  'concat',
  'endsWith',
  'get',
  'has',
  'includes',
  'indexOf',
  'push',
  'set',
  'startsWith',
]);

/** Whether a call with the name of a module as an argument can be none that loads it. */
function isHarmless(callee, declarationOf) {
  if (ts.isPropertyAccessExpression(callee)) return methods.has(callee.name.text);
  if (!ts.isIdentifier(callee)) return false;
  const declared = declarationOf(callee);
  if (declared === undefined) return false;
  return isFunction(declared) || (ts.isVariableDeclaration(declared) && isFunction(declared.initializer ?? declared));
}

/** Modules that a call names. A bare name can be a word like any other; one with `node:` is none. */
const modulesOf = (call, declarationOf) =>
  call.arguments
    .filter((argument) => ts.isStringLiteralLike(argument) && isForbiddenModule(argument.text))
    .filter(({ text }) => text.startsWith('node:') || !isHarmless(bare(call.expression), declarationOf))
    .map(({ text }) => moduleName(text));

/** Is this identifier the global of that name, not somebody's method or property? */
function isGlobal(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return globals.has(parent.expression.getText());
  return !(
    (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent)) &&
    parent.name === node
  );
}

const isConstructorOf = (node) => ts.isPropertyAccessExpression(node) && node.name.text === 'constructor';

/** The way in which a call makes code of text, undefined for any other. */
function madeCode(call) {
  const callee = bare(call.expression);
  const name = ts.isIdentifier(callee) ? callee.text : undefined;
  if (name === 'Function') return 'Function()';
  if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'Function' && isGlobal(callee.name))
    return 'Function()';
  if (isConstructorOf(callee)) {
    const of = bare(callee.expression);
    if (isConstructorOf(of) || isFunction(of)) return 'Function()';
  }
  const [first] = call.arguments ?? [];
  if (first && /^set(?:Timeout|Interval)$/.test(name ?? '') && ts.isStringLiteralLike(first)) return `${name}(text)`;
  const loads = callee.kind === SyntaxKind.ImportKeyword || name === 'require';
  return loads && first && !ts.isStringLiteralLike(first) ? 'a module by a computed name' : undefined;
}

function inScript(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  const declarationOf = declarationFinder(source);
  const found = [];
  const visit = (node) => {
    if (ts.isIdentifier(node) && (names.has(node.text) || (node.text === 'fetch' && isGlobal(node))))
      found.push(node.text);
    if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
      const { text: key } = node.argumentExpression;
      if (names.has(key) || ((key === 'fetch' || key === 'Function') && globals.has(node.expression.getText())))
        found.push(key);
    }
    if (ts.isCallExpression(node)) found.push(...modulesOf(node, declarationOf));
    if (ts.isImportDeclaration(node) && isForbiddenModule(node.moduleSpecifier.text))
      found.push(moduleName(node.moduleSpecifier.text));
    const made = ts.isCallExpression(node) || ts.isNewExpression(node) ? madeCode(node) : undefined;
    if (made) found.push(made);
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push(...strangeHosts(node.text));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** A style sheet can load from an address, and nothing else. */
const inStyle = (text) => strangeHosts(text.replace(/\/\*[\s\S]*?\*\//g, ''));

/**
 * @param {string} file name of the bundle, *.js or *.css
 * @param {string} text of it
 * @param {readonly string[]} sources the project's files that are in it
 * @returns {string[]} short names of what it reaches for, each once; none is the aim
 */
export function reaches(file, text, sources = []) {
  const found = file.endsWith('.css') ? inStyle(text) : inScript(file, text);
  const timesAllowed = (name) => sources.filter((source) => holders[name]?.includes(source)).length;
  const times = (name) => found.filter((other) => other === name).length;
  return [...new Set(found)].filter((name) => times(name) > timesAllowed(name));
}
