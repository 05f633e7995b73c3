/** Compose files of several YAML documents, as compose merges them. */
import { describe, expect, it } from 'vitest';
import { readCompose } from '../../../../../src/worker/compliance/documents/compose/compose';
import { lint } from '../../../../../src/worker/compliance/lint';

const ROOT = 'file:///w/';
const filesOf = (texts: Record<string, string>) => ({ text: (uri: string) => texts[uri.slice(ROOT.length)] ?? null });
const compose = (text: string, texts: Record<string, string> = {}) =>
  readCompose(`${ROOT}compose.yaml`, text, filesOf(texts)).containers;
const only = (...args: Parameters<typeof compose>) => compose(...args)[0]!;
const problems = (text: string) =>
  lint(
    { uri: `${ROOT}compose.yaml`, text },
    { files: filesOf({}), locale: 'en', profile: 'mlps3', today: '2026-11-24', group: false },
  ).findings.flatMap((f) =>
    f.rule === 'MLPS-DOC-002'
      ? [[text.split('\n')[f.range.start.line]!.slice(f.range.start.character), f.severity]]
      : [],
  );

describe('several documents in one file', () => {
  const text = `---
services:
  web: &w
    image: a:1
    cap_add: [BPF]
    user: "0"
  gone: {image: a:1}
networks:
  default: {}
---
# a comment alone
---
services:
  web:
    user: "7"
    cap_add: [SYSLOG]
    privileged: true
  gone: !reset null
  new:
    image: b:1
    networks: [default]
networks:
  default: {internal: true}
---
`;

  it('are laid over each other in order, each value at its own place', () => {
    const [web, added, ...others] = compose(text);
    expect([web!.name, added!.name, others]).toEqual(['web', 'new', []]);
    expect([web!.image?.known, web!.user?.known, web!.complete]).toEqual(['a:1', '7', true]);
    expect(web!.capAdd.map((c) => c.known)).toEqual(['BPF', 'SYSLOG']);
    expect(text.slice(web!.user!.place.start, web!.user!.place.end)).toBe('"7"');
    expect(web!.anchor.start).toBe(text.indexOf('web:'));
    expect([web, added].map((each) => each!.networkUses.map(({ internal }) => internal))).toEqual([[true], [true]]);
    expect(problems(text)).toEqual([]);
  });

  it('of another file are, too', () => {
    const child = 'services:\n  own:\n    extends: {file: base.yml, service: web}\n';
    expect(only(child, { 'base.yml': text }).user?.known).toBe('7');
    expect(only('services:\n  web: {image: c:1}\n', { 'compose.override.yml': text }).user?.known).toBe('7');
  });

  it('are told where they are more than are read', () => {
    expect(problems('services: {web: {image: a:1}}\n---\n'.repeat(200))).toEqual([['---', 'warning']]);
  });
});
