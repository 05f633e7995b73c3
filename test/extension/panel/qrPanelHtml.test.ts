import fc from 'fast-check';
import { expect, it } from 'vitest';
import { qrPanelHtml, randomNonce } from '../../../src/extension/panel/qrPanelHtml';
import { card, state } from '../../panel/states';

const sources = {
  cspSource: 'https://csp.test',
  scriptUri: 'https://csp.test/panel.js',
  styleUri: 'https://csp.test/panel.css',
  nonce: 'abc',
  integrity: { script: 'sha256-c2NyaXB0', style: 'sha256-c3R5bGU=' },
};

const stateIn = (html: string): string =>
  /<script type="application\/json" id="state" nonce="abc">(.*?)<\/script>/s.exec(html)![1]!;

it('allows its own script and style and nothing else', () => {
  const html = qrPanelHtml(sources, state());
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!.split('; ');
  expect(policy).toEqual([
    "default-src 'none'",
    'img-src blob: data: https://csp.test',
    "script-src 'nonce-abc'",
    'style-src https://csp.test',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(html).not.toMatch(/\son\w+=|style=|unsafe/);
});

it('takes no other bytes for its script and style than those that were shipped', () => {
  const html = qrPanelHtml(sources, state());
  expect(html).toContain('nonce="abc" integrity="sha256-c2NyaXB0" crossorigin="anonymous"></script>');
  expect(html).toContain('panel.css" integrity="sha256-c3R5bGU=" crossorigin="anonymous">');
});

it('names its language', () => {
  expect(qrPanelHtml(sources, state())).toContain('<html lang="en">');
  expect(qrPanelHtml(sources, state({}, 'zh-cn'))).toContain('<html lang="zh-CN">');
});

it('keeps any text inside the state, whatever tags it holds', () => {
  const plain = state({ symbols: [card('x')] });
  const traps = fc.constantFrom('</script>', '<!--', '<script>', ']]>', '\u2028', '"', '&quot;', '\\u003c', '\ud800');
  fc.assert(
    fc.property(fc.array(fc.oneof(traps, fc.string({ unit: 'binary' })), { maxLength: 8 }), (parts) => {
      const text = parts.join('');
      const before = { ...plain, symbols: [{ ...plain.symbols[0]!, text }] };
      const html = qrPanelHtml(sources, before);
      expect(html.match(/<\/?script/g)).toHaveLength(4);
      expect(html).not.toContain('<!--');
      expect(JSON.parse(stateIn(html))).toEqual(before);
    }),
  );
});

it('makes another nonce every time', () => {
  const nonces = new Set(Array.from({ length: 100 }, randomNonce));
  expect(nonces.size).toBe(100);
  for (const nonce of nonces) expect(nonce).toMatch(/^[\da-f]{32}$/);
});
