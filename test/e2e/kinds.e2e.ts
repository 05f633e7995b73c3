/**
 * Files of the host, of proxies and of web applications: judged when they are opened, in whatever
 * language the editor takes them for, and mended by the light bulb.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, type Session } from './session';

const files = {
  'site/nginx/nginx.conf':
    'http {\n  server {\n    listen 443 ssl;\n    ssl_protocols TLSv1 TLSv1.2;\n    root /srv/www;\n  }\n}\n',
  'site/app.py':
    'from flask import Flask\n\napp = Flask(__name__)\n\nif __name__ == "__main__":\n    app.run(debug=True)\n',
  'site/templates/result.html': '<p>{{ result | safe }}</p>\n',
  'site/requirements.txt': 'flask==3.1.0\nflask-debugtoolbar==0.16.0\n',
  'site/logrotate.d/site': '/var/log/site/*.log {\n  weekly\n  rotate 4\n}\n',
  'site/sshd_config': 'PermitRootLogin yes\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n',
  'site/install.md': '# Install\n\nEdit `/etc/ssh/sshd_config`:\n\n```\nPermitRootLogin yes\n```\n',
};

let session: Session;
beforeAll(async () => {
  session = await openSession({ files });
});
afterAll(() => session?.close());

const codes = async () =>
  (await session.vsc.problems({ min: 1 })).map(({ code }: { code?: string }) => code ?? '').join(' ');

test.each([
  ['site/nginx/nginx.conf', 'MLPS-NET-011'],
  ['site/app.py', 'MLPS-APP-001'],
  ['site/templates/result.html', 'MLPS-APP-004'],
  ['site/requirements.txt', 'MLPS-APP-002'],
  ['site/logrotate.d/site', 'MLPS-LOG-006'],
  ['site/sshd_config', 'MLPS-HST-001'],
  ['site/install.md', 'MLPS-HST-001'],
])('%s is judged when it is opened', async (name, rule) => {
  const { vsc } = session;
  await vsc.openFile(name);
  await expect.poll(codes, { timeout: 60_000 }).toContain(rule);
});

test('an application: the light bulb switches debugging off', async () => {
  const { vsc } = session;
  await vsc.openFile('site/app.py');
  await vsc.waitForSquiggle('error');
  await vsc.goto(6, 20);
  const offered = await vsc.quickFix();
  const fix = offered.find((title: string) => /False/.test(title));
  expect(fix, offered.join(' | ')).toBeDefined();
  await vsc.quickFix(fix);
  await expect.poll(() => vsc.editorText()).toContain('debug=False');
  await expect.poll(codes).not.toContain('MLPS-APP-001');
});

test('a page that shows a file of the host: the light bulb mends what it shows', async () => {
  const { vsc } = session;
  await vsc.openFile('site/install.md');
  await vsc.waitForSquiggle('info');
  await vsc.goto(6, 18);
  const fix = (await vsc.quickFix()).find((title: string) => /^Write no/.test(title));
  expect(fix).toBeDefined();
  await vsc.quickFix(fix);
  await expect.poll(() => vsc.editorText()).toContain('PermitRootLogin no');
});
