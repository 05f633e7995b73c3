/** A password is told wherever a file writes it down, whatever the kind of file. */
import { expect, it } from 'vitest';
import { lint } from '../../../../../src/worker/compliance/lint';

const PASSWORD = 'kX9vQ2mT7wLp4RzB';
const CONTEXT = { locale: 'en', profile: 'recommended', today: '2026-11-23', group: false } as const;
const ADDRESS = `postgres://app:${PASSWORD}@db.internal/app`;

const table: [path: string, text: string][] = [
  ['compose.yaml', `services:\n  a:\n    image: x:1\n    environment:\n      DB_PASSWORD: ${PASSWORD}\n`],
  ['compose.yaml', `services:\n  a:\n    image: x:1\n    environment: ["DB_URL=${ADDRESS}"]\n`],
  ['compose.yaml', `services:\n  a:\n    image: x:1\n    command: ["app", "--db", "${ADDRESS}"]\n`],
  ['Dockerfile', `FROM alpine\nENV DB_PASSWORD=${PASSWORD}\n`],
  ['Dockerfile', `FROM alpine\nARG DB_PASSWORD=${PASSWORD}\n`],
  ['Dockerfile', `FROM alpine\nENV DB_URL=${ADDRESS}\n`],
  ['Dockerfile', `FROM alpine\nARG DB_URL=${ADDRESS}\n`],
  ['.env', `DB_URL=${ADDRESS}\n`],
  ['run.sh', `docker run -e DB_PASSWORD=${PASSWORD} x:1\n`],
  ['run.sh', `export DB_URL=${ADDRESS}\n`],
  ['run.sh', `DB_URL=${ADDRESS} ./app\n`],
  ['Makefile', `DB_URL = ${ADDRESS}\n`],
  ['Makefile', `export DB_URL := ${ADDRESS}\n`],
  ['Makefile', `run: DB_URL = ${ADDRESS}\nrun:\n\t./app\n`],
  ['Makefile', `run: export DB_URL ?= ${ADDRESS}\n`],
  ['Makefile', `DB_PASSWORD := ${PASSWORD}\n`],
  ['Makefile', `export DB_PASSWORD ?= ${PASSWORD}\n`],
  ['Makefile', `run: export DB_PASSWORD = ${PASSWORD}\n`],
  ['app.service', `[Service]\nEnvironment=DB_URL=${ADDRESS}\nExecStart=/app\n`],
  ['app.service', `[Service]\nEnvironment="A=b c" "DB_URL=${ADDRESS}" C=d\nExecStart=/app\n`],
  ['app.service', `[Service]\nEnvironment=A=b \\\n  'DB_PASSWORD=${PASSWORD}'\nExecStart=/app\n`],
  ['app.service', `[Service]\nEnvironment=DB_PASSWORD=${PASSWORD}\nExecStart=/app\n`],
  ['app.service.d/env.conf', `[Service]\nEnvironment=DB_PASSWORD=${PASSWORD}\n`],
  ['app.service.d/env.conf', `[Service]\nEnvironment=DB_URL=${ADDRESS}\n`],
  ['crontab', `DB_URL=${ADDRESS}\n0 2 * * * /app\n`],
  ['crontab', `DB_PASSWORD = "${PASSWORD}"\n0 2 * * * /app\n`],
  ['cron.d/app', `DB_PASSWORD='${PASSWORD}'\n0 2 * * * root /app\n`],
  ['.gitlab-ci.yml', `variables:\n  DB_PASSWORD: "${PASSWORD}"\nx:\n  script: [a]\n`],
  ['.gitlab-ci.yml', `variables:\n  DB_URL: "${ADDRESS}"\nx:\n  script: [a]\n`],
  ['Jenkinsfile', `pipeline { environment { DB_PASSWORD = '${PASSWORD}' } }\n`],
  ['Jenkinsfile', `pipeline { environment { DB_URL = '${ADDRESS}' } }\n`],
  ['app.py', `from flask import Flask\napp = Flask(__name__)\napp.config['SECRET_KEY'] = '${PASSWORD}'\n`],
  ['app.py', `from flask import Flask\napp = Flask(__name__)\nSQLALCHEMY_DATABASE_URI = '${ADDRESS}'\n`],
  [
    'nginx.conf',
    `http {\n  server {\n    listen 80;\n    location / { proxy_pass http://app:${PASSWORD}@app.internal:8080; }\n  }\n}\n`,
  ],
  ['Caddyfile', `app.example.org {\n  reverse_proxy http://app:${PASSWORD}@app.internal:8080\n}\n`],
  [
    'traefik.yml',
    `http:\n  services:\n    a:\n      loadBalancer:\n        servers:\n          - url: "http://app:${PASSWORD}@app.internal:8080"\n`,
  ],
  ['promtail.yml', `clients:\n  - url: http://app:${PASSWORD}@loki.internal:3100/loki/api/v1/push\n`],
  ['filebeat.yml', `output.elasticsearch:\n  hosts: ["http://app:${PASSWORD}@es.internal:9200"]\n`],
  [
    'vector.yaml',
    `sinks:\n  a:\n    type: elasticsearch\n    endpoints: ["http://app:${PASSWORD}@es.internal:9200"]\n`,
  ],
  ['config.alloy', `loki.write "a" { endpoint { url = "http://app:${PASSWORD}@loki.internal/push" } }\n`],
  ['README.md', `# Deploy\n\n\`\`\`sh\nexport DB_URL=${ADDRESS}\n\`\`\`\n`],
  ['requirements.txt', `--index-url https://app:${PASSWORD}@pypi.internal/simple\nflask==3.0.0\n`],
  ['daemon.json', `{"proxies": {"http-proxy": "http://app:${PASSWORD}@proxy.internal:3128"}}\n`],
  [
    'docker.service.d/http-proxy.conf',
    `[Service]\nEnvironment="HTTP_PROXY=http://app:${PASSWORD}@proxy.internal:3128"\n`,
  ],
  ['setup.ps1', `$env:DB_URL = "${ADDRESS}"\n`],
  ['setup.bat', `set DB_URL=${ADDRESS}\r\n`],
];

it.each(table)('tells it in %s: %s', (path, text) => {
  const uri = `file:///w/${path}`;
  const { findings } = lint({ uri, text }, { ...CONTEXT, files: { text: () => null } });
  const told = findings.filter(({ rule }) => rule.startsWith('MLPS-SEC'));
  expect(told.map(({ rule }) => rule)).toHaveLength(1);
  const lines = text.split('\n');
  for (const { range } of told)
    expect(lines.slice(range.start.line, range.end.line + 1).join('\n')).toContain(PASSWORD);
});

const quiet: [path: string, text: string][] = [
  ['Makefile', 'DB_PASSWORD ?= $(shell cat /run/secrets/db)\nDB_URL = postgres://app:$(DB_PASSWORD)@db/app\n'],
  ['Makefile', 'DB_PASSWORD ?= postgres\nTOKEN_FILE = /run/secrets/token\nPASSWORD := hunter\n'],
  ['Makefile', `run:\n\t@echo run\n# DB_URL = ${ADDRESS}\n`],
  ['Makefile', 'DB_URL = postgres://app:${DB_PASSWORD}@db/app\n'.replace('${', '$' + '{')],
  [
    'app.service',
    '[Service]\nEnvironment=DB_URL=postgres://app@db/app TOKEN_FILE=/run/secrets/token\nExecStart=/app\n',
  ],
  ['app.service', '[Service]\nEnvironment=DB_PASSWORD=%d/password "API_TOKEN="\nExecStart=/app\n'],
  ['app.service', `[Service]\n# Environment=DB_URL=${ADDRESS}\nExecStart=/app\n`],
  ['crontab', `# DB_URL=${ADDRESS}\nMAILTO=ops@example.org\n0 2 * * * /app\n`],
  ['nginx.conf', `http {\n  server {\n    # proxy_pass http://app:${PASSWORD}@app.internal;\n    listen 80;\n  }\n}\n`],
  [
    'nginx.conf',
    'http {\n  server {\n    listen 80;\n    location / { proxy_pass http://$user:$pass@app.internal; }\n  }\n}\n',
  ],
  ['promtail.yml', 'clients:\n  - url: http://app:${LOKI_PASSWORD}@loki.internal:3100/push\n'.replace('${', '$' + '{')],
];

it.each(quiet)('says nothing of secrets in %s: %s', (path, text) => {
  const { findings } = lint({ uri: `file:///w/${path}`, text }, { ...CONTEXT, files: { text: () => null } });
  expect(findings.filter(({ rule }) => rule.startsWith('MLPS-SEC'))).toEqual([]);
});
