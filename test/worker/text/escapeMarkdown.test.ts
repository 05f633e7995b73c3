import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hover } from '../../../src/worker/compliance/hover';
import { lint } from '../../../src/worker/compliance/lint';
import { escapeMarkdown } from '../../../src/worker/text/escapeMarkdown';

/** Pictures, links, code, HTML and addresses as a renderer would find them. */
const MARKUP = /(?<!\\)[[\]`*_<>]|https?:/;

it('leaves no markup of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => void expect(escapeMarkdown(text)).not.toMatch(MARKUP)),
  );
});

it('keeps the reason of a suppression and the name of a file from being markup in a hover', () => {
  const evil = '![p](https://evil.example/p.png) <img src=x> [a](command:x) `b`';
  const uri = 'file:///w/compose.yaml';
  const text = `services:\n  a:\n    image: a:1\n    # mlps-lint disable-next-line MLPS-RUN-008 -- ${evil}\n    privileged: true\n`;
  const context = { files: { text: () => null }, locale: 'en', profile: 'recommended', today: '2026-11-23' } as const;
  const waived = { ...context, config: { waivers: [{ rule: 'MLPS-RUN-008', reason: evil }] } };
  for (const { findings } of [
    lint({ uri, text }, context),
    lint({ uri, text: text.replace(/ {4}#.*\n/, '') }, waived),
  ]) {
    const suppressed = findings.filter((finding) => finding.suppressed);
    expect(suppressed).toHaveLength(1);
    const said = hover(text, suppressed[0]!.range.start, suppressed, [], 'en')!.markdown;
    expect(said).toContain('evil');
    for (const part of ['![', '](https:', '<img', '](command', 'https://evil']) expect(said).not.toContain(part);
  }
  const by = { uri: 'file:///w/%5Ba%5D(http%3A%2F%2Fx)%3Cb%3E', position: { line: 0, character: 0 } };
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const named = hover('a', range.start, [], [{ rule: 'MLPS-RUN-008', name: 'x', range, by }], 'en')!.markdown;
  expect(named.match(/\]\(/g)).toHaveLength(1);
  expect(named).not.toContain('<b>');
});
