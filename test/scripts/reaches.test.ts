/** What the check of the bundles takes for a way out, and what it does not. */
import { describe, expect, it } from 'vitest';
import { isForbiddenModule, reaches } from '../../scripts/checks/reaches.mjs';

const LOADER = 'src/worker/hosts/shipped/loadShipped.ts';
const DEADLINE = 'src/worker/hosts/withinTime.ts';

describe('a way out of a bundle', () => {
  it.each<[text: string, found: string]>([
    ['require("net")', 'net'],
    ['__require("node:http")', 'http'],
    ['await import("node:child_process")', 'child_process'],
    ['import { connect } from "node:tls"', 'tls'],
    ['(e => { let t = e(__filename); t("net") })(f)', 'net'],
    ['var t = make(f), n = t("dns/promises")', 'dns/promises'],
    ['(0, t)("https")', 'https'],
    ['make(f)("dgram")', 'dgram'],
    ['module.require("http2")', 'http2'],
    ['t.call(null, "net")', 'net'],
    ['words.has("node:net")', 'net'],
    ['const t = (0, m.createRequire)(f)', 'createRequire'],
    ['m["createRequire"](f)', 'createRequire'],
    ['process.getBuiltinModule(a + b)', 'getBuiltinModule'],
    ['fetch(a)', 'fetch'],
    ['const { fetch: f } = globalThis', 'fetch'],
    ['self["fetch"](a)', 'fetch'],
    ['new WebSocket(a)', 'WebSocket'],
    ['navigator.sendBeacon(a)', 'sendBeacon'],
    ['x = "https://cdn.jsdelivr.net/npm/a"', 'cdn.jsdelivr.net'],
    ['x = `https://collect.example.net/${a}`', 'collect.example.net'],
    ['x = "\\x68ttps://Escaped.net"', 'escaped.net'],
    ['x = "wss://user:word@socket.net:8080/"', 'socket.net'],
    ['x = "http://[2001:db8::1]/"', '[2001:db8::1]'],
    ['x = "http://127.0.0.1.net/"', '127.0.0.1.net'],
    ['s.src = "//scripts.net/a.js"', 'scripts.net'],
    ['css`a { background: url(//pictures.net/a.png) }`', 'pictures.net'],
  ])('is found in %s', (text, found) => expect(reaches('a.js', text)).toEqual([found]));

  it.each<[text: string, found: string]>([
    ['eval(a)', 'eval'],
    ['(0, eval)(a)', 'eval'],
    ['window.eval(a)', 'eval'],
    ['new Worker(a, { eval: true })', 'eval'],
    ['Function("return this")()', 'Function()'],
    ['new Function(a)', 'Function()'],
    ['new globalThis.Function(a)', 'Function()'],
    ['a.constructor.constructor(b)', 'Function()'],
    ['(async () => {}).constructor(b)', 'Function()'],
    ['setTimeout("a()", 1)', 'setTimeout(text)'],
    ['import(a)', 'a module by a computed name'],
    ['require(a + b)', 'a module by a computed name'],
    ['require("node:vm")', 'vm'],
    ['t("vm").runInThisContext(a)', 'vm'],
  ])('that makes code is found in %s', (text, found) => expect(reaches('a.js', text)).toEqual([found]));

  it.each<[text: string, found: string]>([
    ['a { background: url(https://pictures.net/a.png) }', 'pictures.net'],
    ['@import "//styles.net/a.css";', 'styles.net'],
    ['@font-face { src: url("//fonts.net/a.woff2") }', 'fonts.net'],
  ])('is found in the style sheet %s', (text, found) => expect(reaches('a.css', text)).toEqual([found]));
});

it.each([
  'require("node:fs"); require("node:worker_threads"); import("./part.js")',
  'const of = key => map.get(key); of("tls")',
  'function text(key) { return map.get(key) } text("net") ?? parameters.has("tls")',
  'const scheme = "https", kinds = ["http", "net"]; a === "cluster"',
  'client.fetch(a); const b = { fetch: 1 }',
  'a instanceof Function; Function.prototype; new this.constructor(a)',
  'a === "eval"; setTimeout(() => a(), 1)',
  '// see https://documentation.net/page\na()',
  'x = "http://www.w3.org/2000/svg"; y = "Use https:// and a certificate."; z = `http://localhost:${a}`',
  'x = "// a comment of a file"',
])('nothing is found in %s', (text) => expect(reaches('a.js', text)).toEqual([]));

it('nothing is found in a style sheet that loads from itself', () => {
  const text = `/* https://documentation.net */ a { background: url("data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>") }`;
  expect(reaches('a.css', text)).toEqual([]);
});

describe('code of a file', () => {
  const loader = 'const r = m.createRequire(f); r("node:vm").compileFunction(a)';
  const deadline = 'require("node:vm").runInThisContext(b)';

  it('may be run by the one loader and within the one deadline', () => {
    expect(reaches('a.js', loader, [LOADER])).toEqual([]);
    expect(reaches('a.js', `${loader};${deadline}`, [LOADER, DEADLINE])).toEqual([]);
  });

  it('may be run once by each, and by nobody else', () => {
    expect(reaches('a.js', loader)).toEqual(['createRequire', 'vm']);
    expect(reaches('a.js', deadline, ['src/worker/hosts/other.ts'])).toEqual(['vm']);
    expect(reaches('a.js', `${loader};${deadline}`, [LOADER])).toEqual(['vm']);
    expect(reaches('a.js', `${loader};n.createRequire(g)`, [LOADER])).toEqual(['createRequire']);
  });
});

it('a module is forbidden under both of its names', () => {
  expect(['net', 'node:net', 'node:fs', 'fs'].map(isForbiddenModule)).toEqual([true, true, false, false]);
});
