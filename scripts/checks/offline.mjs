// Proves that no bundle of the extension can talk to a network or start a program: by its imports
// and by every name in its code.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../run.mjs';

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
  'undici',
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
]);
const globals = new Set(['globalThis', 'self', 'window', 'global']);
const delivery =
  /https?:\/\/[\w.-]*(jsdelivr|unpkg|cdnjs|cloudflare|googleapis|gstatic|esm\.sh|skypack|cdn\.)[\w.-]*/gi;

/** Is this identifier the global `fetch`, not somebody's method or property of that name? */
function isGlobalFetch(node) {
  const { parent } = node;
  if (node.text !== 'fetch') return false;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return globals.has(parent.expression.getText());
  return !(
    (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent)) &&
    parent.name === node
  );
}

const moduleName = (text) => text.replace(/^node:/, '');

/** The argument of `require("…")` or `import("…")`, undefined for any other node. */
function required(node) {
  if (!ts.isCallExpression(node) || node.arguments.length !== 1) return undefined;
  const callee = node.expression;
  const isRequire =
    callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && /^(__)?require\d*$/.test(callee.text));
  return isRequire && ts.isStringLiteralLike(node.arguments[0]) ? moduleName(node.arguments[0].text) : undefined;
}

/**
 * Everything in a bundle's text that reaches for a network or another program, as short names; none
 * is the aim.
 */
function reaches(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  const found = new Set(text.match(delivery) ?? []);
  const visit = (node) => {
    if (ts.isIdentifier(node) && (names.has(node.text) || isGlobalFetch(node))) found.add(node.text);
    if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
      const { text: key } = node.argumentExpression;
      if (names.has(key) || (key === 'fetch' && globals.has(node.expression.getText()))) found.add(key);
    }
    const module = required(node);
    if (module && modules.has(module)) found.add(module);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found];
}

/** Modules that esbuild left to be loaded at run time, read from the bundle's metafile. */
function external(bundle) {
  const { outputs } = JSON.parse(readFileSync(path.join(root, 'dist', 'meta', `${bundle}.json`), 'utf8'));
  return Object.values(outputs).flatMap(({ imports }) =>
    imports.filter((i) => i.external).map((i) => moduleName(i.path)),
  );
}

export const offline = {
  name: 'offline: no network or child process in any bundle',
  async problems() {
    const files = readdirSync(path.join(root, 'dist')).filter((file) => file.endsWith('.js'));
    return files.flatMap((file) => {
      const found = reaches(file, readFileSync(path.join(root, 'dist', file), 'utf8'));
      const imported = external(path.basename(file, '.js')).filter((name) => modules.has(name));
      return [...new Set([...found, ...imported])].map((name) => `dist/${file} reaches for ${name}`);
    });
  },
};
