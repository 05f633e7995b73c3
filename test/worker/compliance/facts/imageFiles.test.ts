/** Files that a Dockerfile or a compose file writes out: judged as their kind, where they stand. */
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../src/worker/compliance/applyEdits';
import { lint } from '../../../../src/worker/compliance/lint';

const found = (name: string, text: string, rule: string) =>
  lint(
    { uri: `file:///w/${name}`, text },
    { files: { text: () => null }, locale: 'en', profile: 'mlps3', today: '2026-11-28' },
  ).findings.filter((finding) => finding.rule === rule);

const SITE = 'server {\n  listen 443 ssl;\n  ssl_protocols TLSv1 TLSv1.2;\n}\n';
const indented = (text: string, indent: string) => text.replace(/^(?=.)/gm, indent);

describe.each([
  ['COPY', 'Dockerfile', `FROM nginx:1.29\nCOPY <<EOF /etc/nginx/conf.d/a.conf\n${SITE}EOF\nUSER nginx\n`],
  [
    'COPY into a folder',
    'Dockerfile',
    `FROM nginx:1.29\nCOPY --chmod=644 <<a.conf /etc/nginx/conf.d/\n${SITE}a.conf\n`,
  ],
  ['ADD by a variable', 'Dockerfile', `FROM nginx:1.29\nENV D=/etc/nginx\nADD <<'EOF' \${D}/a.conf\n${SITE}EOF\n`],
  ['ONBUILD', 'Dockerfile', `FROM nginx:1.29\nONBUILD COPY <<EOF /etc/nginx/a.conf\n${SITE}EOF\n`],
  ['tabs in front', 'Dockerfile', `FROM nginx:1.29\nCOPY <<-EOF /etc/nginx/a.conf\n${indented(SITE, '\t')}\tEOF\n`],
  ['RUN', 'Dockerfile', `FROM nginx:1.29\nRUN <<EOF\ncat > /etc/nginx/a.conf <<X\n${SITE}X\nEOF\n`],
  [
    'an inline Dockerfile',
    'compose.yaml',
    `services:\n  a:\n    build:\n      dockerfile_inline: |\n${indented(`FROM nginx:1.29\nCOPY <<EOF /a.conf\n${SITE}EOF\n`, '        ')}`,
  ],
  [
    'an inline Dockerfile with escapes',
    'compose.yaml',
    `services:\n  a:\n    build:\n      dockerfile_inline: |\n${indented(`FROM nginx:1.29\nRUN a $$b\nCOPY <<EOF /a.conf\n${SITE}EOF\n`, '        ')}`,
  ],
  [
    'configs',
    'compose.yaml',
    `services:\n  a:\n    image: nginx:1.29\n    configs:\n      - source: site\n        target: /etc/nginx/a.conf\nconfigs:\n  site:\n    content: |\n${indented(SITE, '      ')}`,
  ],
  [
    'configs by their name',
    'compose.yaml',
    `services: {}\nconfigs:\n  a.conf:\n    content: |\n${indented(SITE, '      ')}`,
  ],
])('%s', (_, name, text) => {
  it('is judged, and mended where it stands', () => {
    const [finding, ...more] = found(name, text, 'MLPS-NET-011');
    expect(more).toEqual([]);
    const line = text.split('\n')[finding!.range.start.line]!;
    expect(line.slice(finding!.range.start.character, finding!.range.end.character)).toBe('TLSv1 TLSv1.2');
    const edits = finding!.fixes[0]?.edits;
    if (edits) expect(applyEdits(text, edits)).toContain('ssl_protocols TLSv1.2');
    else expect(text).toContain('$$b');
  });
});

it.each([
  ['a path that is not known', 'FROM nginx:1.29\nARG D\nCOPY <<EOF $D/a.conf\n', SITE],
  ['a file of the host', 'FROM debian:13\nCOPY <<EOF /etc/ssh/sshd_config\n', 'PermitRootLogin yes\n'],
])('passes over %s', (_, front, content) => {
  const text = `${front}${content}EOF\n`;
  expect([...found('Dockerfile', text, 'MLPS-NET-011'), ...found('Dockerfile', text, 'MLPS-HST-001')]).toEqual([]);
});

it('reads what escapes stand for', () => {
  const text = 'FROM nginx:1.29\nCOPY <<EOF /s.sh\n#!/bin/sh\ncurl -k "https://example.org/\\$A"\nEOF\n';
  expect(found('Dockerfile', text, 'MLPS-BLD-002')).toHaveLength(1);
  const python =
    'FROM python:3.14\nCOPY <<EOF /app.py\nfrom flask import Flask\nFlask(__name__).run(debug=True)\nEOF\n';
  expect(found('Dockerfile', python, 'MLPS-APP-001')).toHaveLength(1);
});
