/** The same files give the same findings from whatever folder, and however their path is written. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/worker/protocol/finding';
import { dir, newFolder, put } from './lintKit';

/** Files that are judged by each other, in folders whose names say what files are for. */
const FILES = {
  '.qrcodemaster.yaml': 'profile: mlps3\n',
  'compose.yaml':
    'services:\n  web:\n    build: .\n    image: registry.example.org/web:1\n    ports: ["8080:80"]\n    volumes: ["./uploads:/app/uploads", "./logs:/app/logs"]\n  db:\n    image: postgres:16\n    volumes: ["db:/var/lib/postgresql/data"]\nvolumes: {db: {}}\n',
  Dockerfile: 'FROM python:3.12\nCOPY . /app\nCMD ["python", "app.py"]\n',
  'app.py':
    "from flask import Flask, request\napp = Flask(__name__)\n@app.route('/', methods=['POST'])\ndef f():\n    request.files['a'].save('/app/uploads/a')\n    return ''\n",
  'firewall.sh': 'iptables -A INPUT -p tcp --dport 8080 -s 192.168.10.50 -j ACCEPT\n',
  'nginx/nginx.conf':
    'http {\n  server {\n    listen 80;\n    location / { proxy_pass http://127.0.0.1:8080; }\n  }\n}\n',
  'etc/ssh/sshd_config': 'PermitRootLogin yes\n',
  'dev/compose.yaml': 'services:\n  a:\n    image: redis:7\n    privileged: true\n',
};

const run = (command: string, cwd: string, path: string) => {
  const { stdout } = spawnSync(
    process.execPath,
    [join(process.cwd(), 'dist', 'cli.js'), command, '--format', 'json', path],
    { cwd, encoding: 'utf8', maxBuffer: 100_000_000 },
  );
  return JSON.parse(stdout);
};

interface Judged {
  path: string;
  findings: Finding[];
}

/** By the path in the folder. */
const lintedFrom = (cwd: string, path: string, folder: string): string[] =>
  (run('lint', cwd, path).files as Judged[])
    .flatMap(({ path: at, findings }) =>
      findings.map(({ rule, range, message }) => {
        const own = relative(join(dir, folder), join(at.startsWith('/') ? '' : cwd, at));
        return `${own}:${range.start.line + 1} ${rule} ${message}`;
      }),
    )
    .sort();

describe.skipIf(process.platform === 'win32').each(['', '.git'])('with %j above', (git) => {
  const folder = 'shop/samples';
  let all: string[];
  let reported: unknown[];

  beforeAll(() => {
    newFolder();
    for (const [name, text] of Object.entries(FILES)) put(`${folder}/${name}`, text);
    if (git) mkdirSync(join(dir, 'shop', git));
    all = lintedFrom('/', join(dir, folder), folder);
    expect(all.length).toBeGreaterThan(20);
    reported = run('report', '/', join(dir, folder)).findings;
    expect(reported.length).toBeGreaterThan(20);
  });

  it.each([
    ['/', '{dir}/shop/samples/'],
    ['', 'shop/samples'],
    ['shop', './samples/'],
    ['shop/samples', '.'],
    ['shop/samples/nginx', '..'],
  ])('from %j by %j', (from, written) => {
    const cwd = from === '/' ? from : join(dir, from);
    const path = written.replace('{dir}', dir);
    expect(lintedFrom(cwd, path, folder)).toEqual(all);
    expect(run('report', cwd, path).findings).toEqual(reported);
  });
});
