/** Files that stand in Markdown: what is found in them, where, and how it is mended. */
import { expect, it } from 'vitest';
import { applyEdits } from '../../../../src/worker/compliance/applyEdits';
import { lint } from '../../../../src/worker/compliance/lint';

const found = (text: string, rule: string, runbook = false) =>
  lint(
    { uri: 'file:///w/docs/install.md', text },
    { files: { text: () => null }, locale: 'en', profile: 'mlps3', today: '2026-11-28', config: { runbook } },
  ).findings.filter((finding) => finding.rule === rule);

const fence = (language: string, content: string, before = '') =>
  `# Install\n\n${before}\n\n\`\`\`${language}\n${content}\n\`\`\`\n`;

it.each([
  ['named by the line in front', fence('', '# own\nPermitRootLogin yes', 'Edit `/etc/ssh/sshd_config`:')],
  ['named by its title', fence('conf title="/etc/ssh/sshd_config"', 'X11Forwarding no\nPermitRootLogin yes')],
  ['named by its first line', fence('ini', '# /etc/ssh/sshd_config.d/own.conf\nPermitRootLogin yes')],
  ['told by its text', fence('text', 'PermitRootLogin yes')],
  ['marked as a script', fence('bash', 'PermitRootLogin yes')],
  ['in a quoted remark', fence('', 'PermitRootLogin yes').replace(/^/gm, '> ')],
])('finds a file that is %s', (_, text) => {
  const [finding, ...more] = found(text, 'MLPS-HST-001');
  expect(more).toEqual([]);
  const line = text.split('\n')[finding!.range.start.line]!;
  expect(line.slice(finding!.range.start.character, finding!.range.end.character)).toBe('yes');
  expect(finding!.severity).toBe('info');
  expect(applyEdits(text, finding!.fixes[0]!.edits!)).toBe(text.replace('Login yes', 'Login no'));
});

it('judges a runbook as what it tells to do', () => {
  expect(found(fence('', 'PermitRootLogin yes'), 'MLPS-HST-001', true)[0]!.severity).toBe('error');
});

it('hears a comment in front of the fence', () => {
  const before = '<!-- mlps-lint disable-next-line MLPS-HST-001 -- an old system -->';
  const [finding] = found(fence('', 'PermitRootLogin yes').replace('```', `${before}\n\`\`\``), 'MLPS-HST-001');
  expect(finding!.suppressed).toBeTruthy();
});

it.each([
  ['another program', fence('', 'Host x\nPermitRootLogin yes')],
  ['prose', 'PermitRootLogin yes\n'],
])('passes over %s', (_, text) => expect(found(text, 'MLPS-HST-001')).toEqual([]));

it('judges the lines of a crontab among commands once', () => {
  const text = fence('bash', '# every night\n0 2 * * * find /srv/uploads -type f -delete | xargs rm\nls -l');
  expect(found(text, 'MLPS-UPL-008').map(({ range }) => range.start.line)).toEqual([6, 6]);
});

it('names the line of another script that writes the file which satisfies a rule', () => {
  const script = `#!/bin/sh
cat > /etc/nginx/conf.d/app.conf <<'EOF'
server { listen 443 ssl; location / { proxy_pass http://127.0.0.1:8080; } }
EOF
`;
  const files = {
    text: (uri: string) => (uri === 'file:///w/install.sh' ? script : null),
    folder: (uri: string) =>
      uri === 'file:///w' ? ['compose.yaml', 'install.sh'].map((name) => ({ name, isFolder: false })) : null,
  };
  const text = 'services:\n  web:\n    image: registry.example.com/web:1.2\n    ports: ["8080:8000"]\n';
  const { satisfied, wanted } = lint(
    { uri: 'file:///w/compose.yaml', text },
    { files, locale: 'en', profile: 'mlps3', today: '2026-11-28' },
  );
  expect(wanted).toEqual([]);
  expect(satisfied.find(({ rule }) => rule === 'MLPS-NET-009')?.by).toEqual({
    uri: 'file:///w/install.sh',
    position: { line: 2, character: 49 },
  });
});

it('takes passwords in code that a page shows as written for readers', () => {
  const code = `from flask import Flask

app = Flask(__name__)
app.config['SQLALCHEMY_DATABASE_URI'] = 'postgresql://app:changeme@db/app'`;
  const files = { text: () => null };
  const context = { files, locale: 'en', profile: 'mlps3', today: '2026-11-28' } as const;
  const inFile = lint({ uri: 'file:///w/app.py', text: code }, context).findings;
  expect(inFile.map(({ rule }) => rule)).toContain('MLPS-SEC-003');
  expect(found(fence('python', code), 'MLPS-SEC-003')).toEqual([]);
});
