/**
 * What `recommended` leaves to `mlps3`, and the fault of the same kind that it still finds: nothing
 * that may be meant so, everything that is in sight.
 */
import { describe, expect, it } from 'vitest';
import { lint } from '../../../src/worker/compliance/lint';
import type { Profile } from '../../../src/worker/protocol/finding';

const files = { text: () => null };
const rulesOf = (name: string, text: string, profile: Profile) =>
  lint(
    { uri: `file:///w/${name}`, text },
    { files, locale: 'en', profile, today: '2026-11-24', group: false },
  ).findings.map((f) => f.rule.slice(5));

const workflow = (run: string) =>
  `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: |\n${run.replace(/^/gm, '          ')}\n`;
const service = (more: string) => `services:\n  a:\n    image: acme/app:1.2.3\n    restart: always\n${more}`;
const CI = '.github/workflows/a.yml';
const ENV = '    environment:\n      POSTGRES_PASSWORD: postgres\n';

const REDIS = 'services:\n  a:\n    image: redis:8\n    ports: ["6379:6379"]\n';
const APT = 'FROM debian:13\nRUN apt-get update && apt-get install -y gcc\n';
const RUN_TESTS = 'test:\n\tdocker run --rm --privileged -v $(CURDIR):/src acme/a:1 make check\n';
const key = (value: string) => `    environment:\n      ACCESS_KEY: ${value}\n`;

const fence = (command: string) => `\`\`\`sh\n${command}\n\`\`\`\n`;
const mounts = (image: string, path: string, more = '') =>
  `services:\n  a:\n    image: ${image}\n    volumes: ["${path}:/a${more}"]\n`;
const desk = (more: string) =>
  `services:\n  a:\n    image: a:1\n    network_mode: host\n    environment: [DISPLAY]\n${more}`;
const vpn = (image: string) =>
  `services:\n  a:\n    image: ${image}\n    cap_add: [NET_ADMIN]\n    ports: ["51820:51820/udp"]\n`;
const watcher = (image: string) => `services:\n  a:\n    image: ${image}\n    network_mode: host\n    pid: host\n`;
const secret = (entry: string) => `    environment:\n      ${entry}\n`;

/** Rule, what it is silent of, what it still finds. */
const pairs: [string, [string, string], [string, string]][] = [
  ['RUN-002', ['Dockerfile', 'FROM debian:13\nRUN make\n'], ['Dockerfile', 'FROM debian:13\nCMD ["/app"]\n']],
  [
    'RUN-002',
    ['tests/Dockerfile', 'FROM debian:13\nCMD ["/app"]\n'],
    ['src/Dockerfile', 'FROM debian:13\nCMD ["/app"]\n'],
  ],
  [
    'RUN-002',
    ['Dockerfile', 'FROM acme/jdk:8\nCMD java -jar a.jar\n'],
    ['Dockerfile', 'FROM acme/jdk:8\nEXPOSE 80\nCMD java -jar a.jar\n'],
  ],
  [
    'RUN-002',
    ['a.sh', 'docker run --rm python:3.13 python a.py'],
    ['a.sh', 'docker run -d python:3.13 python server.py'],
  ],
  [
    'RUN-002',
    ['compose.yaml', 'services:\n  a:\n    image: debian:13\n'],
    ['compose.yaml', 'services:\n  a:\n    image: traefik:3.5\n'],
  ],
  [
    'RUN-002',
    [
      'compose.yaml',
      'services:\n  a:\n    image: traefik:3.5\n    volumes: ["/var/run/docker.sock:/var/run/docker.sock"]\n',
    ],
    [
      'compose.yaml',
      'services:\n  a:\n    image: traefik:3.5\n    volumes: ["./traefik.yml:/etc/traefik/traefik.yml:ro"]\n',
    ],
  ],
  [
    'RUN-001',
    ['.devcontainer/Dockerfile', 'FROM debian:13\nUSER root\nCMD ["/app"]\n'],
    ['Dockerfile', 'FROM debian:13\nUSER root\n'],
  ],
  [
    'RUN-001',
    ['a.sh', 'docker exec -u root app sh -c "apk add curl"'],
    ['a.sh', 'docker exec -d -u root app python worker.py'],
  ],
  [
    'RUN-002',
    ['Dockerfile', 'FROM debian:13\nCMD ["su", "-", "app", "-c", "/app"]\n'],
    ['Dockerfile', 'FROM debian:13\nCMD ["/app", "su"]\n'],
  ],
  [
    'RUN-008',
    [CI, workflow('docker run --rm --privileged acme/test:1')],
    [CI, workflow('docker run -d --restart always --privileged acme/app:1')],
  ],
  [
    'RUN-008',
    ['a.sh', 'docker run --privileged --rm tonistiigi/binfmt:qemu-v10 --install all'],
    ['a.sh', 'docker run --privileged --rm acme/a:1'],
  ],
  [
    'NET-001',
    [CI, workflow('docker run -d -p 8080:80 acme/app:1\ncurl localhost:8080')],
    [CI, workflow('docker rm -f app || true\ndocker run -d --name app -p 8080:80 acme/app:1')],
  ],
  [
    'NET-001',
    [
      'Jenkinsfile',
      "pipeline { agent any; stages { stage('a') { steps { sh 'docker run --rm -p 8080:80 acme/a:1' } } } }",
    ],
    [
      'Jenkinsfile',
      "pipeline { agent any; stages { stage('a') { steps { sh 'docker run -d -p 8080:80 acme/a:1' } } } }",
    ],
  ],
  [
    'NET-001',
    ['ci/smoke.sh', 'docker rm -f a\ndocker run -d -p 8080:80 acme/app:1'],
    ['start.sh', 'docker run -d -p 8080:80 acme/app:1'],
  ],
  [
    'NET-001',
    ['compose.yaml', 'services:\n  a:\n    image: nginx:1.28\n    ports: ["80:80", "443:443"]\n'],
    ['compose.yaml', 'services:\n  a:\n    image: nginx:1.28\n    ports: ["8404:8404"]\n'],
  ],
  ['NET-001', ['a.sh', 'docker run -d -p 8080:80 nginx:1.28'], ['a.sh', 'docker run -d -p 8080:80 acme/a:1.28']],
  [
    'NET-002',
    ['tests/compose.yaml', 'services:\n  a:\n    image: redis:8\n    ports: ["6379:6379"]\n'],
    ['deploy/compose.yaml', 'services:\n  a:\n    image: redis:8\n    ports: ["6379:6379"]\n'],
  ],
  [
    'RUN-001',
    ['.github/docker-compose.yml', 'services:\n  a:\n    image: a:1\n    user: root\n'],
    ['compose.yaml', 'services:\n  a:\n    image: a:1\n    user: root\n'],
  ],
  [
    'SEC-002',
    [
      CI,
      'on: push\njobs:\n  a:\n    runs-on: x\n    services:\n      db:\n        image: postgres:18\n        env:\n          POSTGRES_PASSWORD: meow\n    steps: []\n',
    ],
    [CI, 'on: push\njobs:\n  a:\n    runs-on: x\n    env:\n      POSTGRES_PASSWORD: meow\n    steps: []\n'],
  ],
  ['IMG-002', ['a.sh', 'docker run hello-world'], ['a.sh', 'docker run nginx']],
  [
    'RUN-002',
    ['Dockerfile', 'FROM python:3.13\nENTRYPOINT ["linkchecker"]\n'],
    ['Dockerfile', 'FROM python:3.13\nENTRYPOINT ["./linkchecker"]\n'],
  ],
  [
    'SEC-003',
    ['docker-compose.test.yml', service('    command: --dsn=app:Kx8vQ2mZr7@tcp(db:3306)/app\n')],
    ['docker-compose.yml', service('    command: --dsn=app:Kx8vQ2mZr7@tcp(db:3306)/app\n')],
  ],
  ['NET-002', ['tests/Dockerfile', 'FROM debian:13\nEXPOSE 22\n'], ['Dockerfile', 'FROM debian:13\nEXPOSE 22\n']],
  ['NET-002', [CI, workflow('docker run -d -p 3306:3306 mysql:8.4')], ['a.sh', 'docker run -d -p 3306:3306 mysql:8.4']],
  ['BLD-009', [CI, workflow('chmod -R 777 report')], ['Dockerfile', 'FROM debian:13\nRUN chmod -R 777 /app\n']],
  [
    'BLD-009',
    ['Dockerfile', 'FROM debian:13\nRUN chmod g+s /srv\n'],
    ['Dockerfile', 'FROM debian:13\nRUN chmod u+s /bin/a\n'],
  ],
  [
    'BLD-009',
    ['Dockerfile', 'FROM debian:13 AS b\nRUN chmod 777 /src\nFROM debian:13\n'],
    ['Dockerfile', 'FROM debian:13\nRUN chmod 777 /src\n'],
  ],
  ['SEC-007', ['compose.test.yaml', service(ENV)], ['compose.yaml', service(ENV)]],
  [
    'SEC-002',
    ['tests/compose.yaml', service(ENV.replace('postgres\n', 'Kx8vQ2mZr7\n'))],
    ['compose.yaml', service(ENV.replace('postgres\n', 'Kx8vQ2mZr7\n'))],
  ],
  [
    'SEC-003',
    [CI, workflow('psql postgres://app:Kx8vQ2mZr7@localhost/app')],
    [CI, workflow('psql postgres://app:Kx8vQ2mZr7@db.acme.net/app')],
  ],
  [
    'SEC-003',
    ['a.md', '```sh\nexport URL="postgres://app:app@localhost:5432/app"\n```\n'],
    ['a.md', '```sh\nexport URL="postgres://app:Kx8vQ2mZr7@localhost:5432/app"\n```\n'],
  ],
  [
    'SEC-003',
    ['a.md', '```sh\npsql postgres://app:app@127.0.0.1/app\n```\n'],
    ['a.md', '```sh\npsql postgres://app:app@db.acme.net/app\n```\n'],
  ],
  [
    'SEC-003',
    ['a.md', '```sh\npsql postgres://app:app@localhost/app\n```\n'],
    ['a.sh', 'psql postgres://app:app@localhost/app\n'],
  ],
  ['RUN-002', ['Dockerfile', 'FROM nginx:1.28\nEXPOSE 80\n'], ['Dockerfile', 'FROM traefik:3.5\nEXPOSE 80\n']],
  [
    'RUN-015',
    ['a.sh', 'docker run -d --device /dev/kvm acme/vm:1'],
    ['a.sh', 'docker run -d --device /dev/sda acme/vm:1'],
  ],
  [
    'IMG-008',
    [CI, workflow('docker run -d mysql:5.7')],
    [CI, 'on: push\njobs:\n  a:\n    runs-on: x\n    container: debian:10\n    steps: []\n'],
  ],
  [
    'IMG-008',
    [
      CI,
      'on: push\njobs:\n  a:\n    runs-on: x\n    services:\n      db:\n        image: postgres:9.6\n    steps: []\n',
    ],
    ['compose.yaml', 'services:\n  a:\n    image: postgres:9.6\n'],
  ],
  [
    'IMG-002',
    ['.gitlab-ci.yml', 'a:\n  image: debian:unstable\n  script: make\n'],
    ['.gitlab-ci.yml', 'a:\n  image: debian:latest\n  script: make\n'],
  ],
  [
    'IMG-002',
    ['Dockerfile', 'FROM opensuse/tumbleweed\nRUN make\n'],
    ['Dockerfile', 'FROM debian:unstable\nRUN make\n'],
  ],
  [
    'BLD-004',
    ['Dockerfile', 'FROM debian:13\nADD https://api.github.com/repos/a/b/git/refs/heads/main version.json\n'],
    ['Dockerfile', 'FROM debian:13\nADD https://github.com/a/b/releases/download/1/b /usr/bin/b\n'],
  ],
  [
    'RUN-002',
    ['Dockerfile', 'FROM alpine:3.22\nRUN apk add --no-cache s6-overlay\nEXPOSE 80\nENTRYPOINT ["/init"]\n'],
    ['Dockerfile', 'FROM alpine:3.22\nEXPOSE 80\nENTRYPOINT ["/init"]\n'],
  ],
  [
    'RUN-002',
    ['Dockerfile', 'FROM debian:13\nCMD ["nginx", "-g", "daemon off;"]\n'],
    ['Dockerfile', 'FROM debian:13\nCMD ["nginxd"]\n'],
  ],
  [
    'RUN-002',
    ['Dockerfile', 'FROM debian:13\nENTRYPOINT ["/entry", "/sbin/init"]\n'],
    ['Dockerfile', 'FROM debian:13\nENTRYPOINT ["/entry"]\n'],
  ],
  [
    'RUN-012',
    ['a.sh', 'docker run -d -v /etc/acme/a.yml:/a.yml acme/a:1'],
    ['a.sh', 'docker run -d -v /etc/ssh/sshd_config:/a acme/a:1'],
  ],
  [
    'IMG-002',
    [CI, 'on: push\njobs:\n  a:\n    runs-on: x\n    services:\n      db:\n        image: redis\n    steps: []\n'],
    [CI, 'on: push\njobs:\n  a:\n    runs-on: x\n    container: redis\n    steps: []\n'],
  ],
  [
    'SEC-002',
    [CI, workflow('docker run -d -e POSTGRES_PASSWORD=Kx8vQ2mZr7 postgres:18')],
    ['a.sh', 'docker run -d -e POSTGRES_PASSWORD=Kx8vQ2mZr7 postgres:18'],
  ],
  ['BLD-007', ['tests/ci_build/Dockerfile.gpu_build_a', APT], ['ops/Dockerfile.gpu_build_a', APT]],
  ['NET-002', ['docker-compose.dev.yml', REDIS], ['docker-compose.yml', REDIS]],
  ['NET-002', ['examples/cache/compose.yaml', REDIS], ['docs/compose.yaml', REDIS]],
  [
    'NET-002',
    ['compose.yaml', `# Services for local development.\n${REDIS}`],
    ['compose.yaml', `# Services of the shop.\n${REDIS}`],
  ],
  ['BLD-012', ['tools/ci_build/linux/docker/Dockerfile', APT], ['tools/Dockerfile', APT]],
  ['BLD-007', ['tests/Dockerfile', APT], ['Dockerfile', APT]],
  ['IMG-008', ['tests/Dockerfile', 'FROM debian:9\n'], ['Dockerfile', 'FROM debian:9\n']],
  ['IMG-002', ['.devcontainer/Dockerfile', 'FROM debian\n'], ['Dockerfile.build', 'FROM debian\n']],
  [
    'BLD-004',
    ['tests/Dockerfile', 'FROM debian:13\nADD . /src\n'],
    ['tests/Dockerfile', 'FROM debian:13\nADD https://a.example/b /b\n'],
  ],
  [
    'SEC-002',
    ['dev/compose.yaml', service(key('Kx8vQ2mZr7'))],
    ['dev/compose.yaml', service(key('AKIAQZ7RV3XN5TMBW2HD'))],
  ],
  ['RUN-008', ['Makefile', RUN_TESTS], ['Makefile', RUN_TESTS.replace('--rm', '-d')]],
  [
    'SEC-004',
    [CI, workflow('mysql -u root -proot -e "select 1"')],
    ['a.sh', 'mysql -u root -pKx8vQ2mZr7 -e "select 1"'],
  ],
  [
    'RUN-002',
    ['Dockerfile', 'FROM alpine:3.22\nENTRYPOINT ["/usr/local/bin/shfmt"]\n'],
    ['Dockerfile', 'FROM alpine:3.22\nENTRYPOINT ["/usr/local/bin/relayd"]\n'],
  ],
  [
    'RUN-002',
    ['Dockerfile', 'FROM node:24\nENTRYPOINT ["node", "/opt/cli.js"]\n'],
    ['Dockerfile', 'FROM node:24\nENTRYPOINT ["node", "/opt/client.js"]\n'],
  ],
  [
    'RUN-001',
    ['Dockerfile', 'FROM node:24\nLABEL "com.github.actions.name"="Lint"\nUSER root\nENTRYPOINT ["/lint"]\n'],
    ['Dockerfile', 'FROM node:24\nLABEL name=Lint\nUSER root\nENTRYPOINT ["/lint"]\n'],
  ],
  [
    'RUN-002',
    ['docs/Dockerfile', 'FROM debian:13\nCMD ["/app"]\n'],
    ['doc-server/Dockerfile', 'FROM debian:13\nCMD ["/app"]\n'],
  ],
  ['NET-002', ['samples/cache/compose.yaml', REDIS], ['simple/cache/compose.yaml', REDIS]],
  [
    'RUN-010',
    ['a.sh', 'podman run --security-opt label=disable -v "$PWD:/src" acme/a:1 make'],
    ['a.sh', 'podman run --security-opt label=disable -v /etc/acme:/src acme/a:1 make'],
  ],
  [
    'RUN-010',
    ['compose.yaml', service('    security_opt: [label=disable]\n    volumes: [".:/src"]\n')],
    ['compose.yaml', service('    security_opt: [seccomp=unconfined]\n    volumes: [".:/src"]\n')],
  ],
  [
    'IMG-008',
    ['scripts/build.sh', 'docker run --rm centos:7 make'],
    ['scripts/build.sh', 'docker run -d centos:7 /app'],
  ],
  ['IMG-008', ['build-rpm.sh', 'docker run --rm centos:7 make'], ['start.sh', 'docker run --rm centos:7 make']],
  [
    'IMG-002',
    [CI, 'on: push\njobs:\n  a:\n    runs-on: x\n    container: ghcr.io/acme/build:main\n    steps: []\n'],
    ['compose.yaml', 'services:\n  a:\n    image: ghcr.io/acme/build:main\n'],
  ],
  [
    'IMG-002',
    ['README.md', `# Shop\n${fence('docker run acme/shop')}`],
    ['README.md', `# Shop\n${fence('docker run acme/basket')}`],
  ],
  [
    'IMG-002',
    ['README.md', `Home: <https://github.com/acme/shop/wiki>\n${fence('docker run ghcr.io/acme/shop:main')}`],
    ['README.md', `# Redis\n${fence('docker run -v a:/data redis:latest')}`],
  ],
  [
    'SEC-007',
    ['README.md', fence('docker run -e DB_PASSWORD=password a:1')],
    ['README.md', fence('docker run -e DB_PASSWORD=root123 a:1')],
  ],
  [
    'SEC-007',
    ['compose.yaml', service(secret('OPENAI_API_KEY: your-api-key'))],
    ['compose.yaml', service(secret('API_KEY: change-me'))],
  ],
  [
    'SEC-007',
    ['compose.yaml', service(secret('BOT_TOKEN: Your token'))],
    ['compose.yaml', service(secret('JWT_SECRET: your-secret'))],
  ],
  [
    'SEC-007',
    ['compose.example.yaml', service(secret('DB_PASSWORD: changeme'))],
    ['compose.yaml', service(secret('DB_PASSWORD: changeme'))],
  ],
  [
    'NET-001',
    ['compose.yaml', service('    ports: ["80:3000"]\n')],
    ['compose.yaml', service('    ports: ["81:3000"]\n')],
  ],
  [
    'NET-001',
    ['compose.yaml', 'services:\n  a:\n    image: traefik:3.5\n    ports: ["${A_PORT}:${A_PORT}"]\n'],
    ['compose.yaml', 'services:\n  a:\n    image: acme/a:3.5\n    ports: ["${A_PORT}:${A_PORT}"]\n'],
  ],
  [
    'NET-001',
    ['compose.yaml', service('    ports: ["${A_PORT}:80"]\n')],
    ['compose.yaml', service('    ports: ["${A_PORT}:8000"]\n')],
  ],
  [
    'RUN-002',
    ['Dockerfile', 'FROM debian:13\nRUN apt-get install -y iptables curl\nCMD ["/app"]\n'],
    ['Dockerfile', 'FROM debian:13\nRUN apt-get install -y iproute2 curl\nCMD ["/app"]\n'],
  ],
  [
    'SEC-007',
    ['compose.yaml', service(secret('TENCENT_COS_SECRET_KEY: ${TENCENT_COS_SECRET_KEY:-your-secret-key}'))],
    ['compose.yaml', service(secret('SECRET_KEY: ${SECRET_KEY:-your-secret-key}'))],
  ],
  ['NET-001', ['a.sh', 'docker run --rm -it -P acme/a:1 bash'], ['a.sh', 'docker run -d -P acme/a:1']],
  [
    'RUN-012',
    ['compose.yaml', mounts('certbot/certbot:v5', '/etc/letsencrypt')],
    ['compose.yaml', mounts('a:1', '/etc/letsencrypt')],
  ],
  [
    'RUN-012',
    ['compose.yaml', mounts('a:1', '/etc/letsencrypt', ':ro')],
    ['compose.yaml', mounts('a:1', '/etc/ssl', ':ro')],
  ],
  ['RUN-012', ['compose.yaml', mounts('a:1', '/var/log', ':ro')], ['compose.yaml', mounts('a:1', '/var/log')]],
  [
    'RUN-012',
    ['compose.yaml', mounts('prom/node-exporter:v1.9.1', '/proc', ':ro')],
    ['compose.yaml', mounts('a:1', '/proc', ':ro')],
  ],
  [
    'IMG-002',
    ['README.md', `# Docker\n${fence('docker build -t shop .\ndocker run ghcr.io/acme/shop:latest')}`],
    ['README.md', `# Use\n${fence('docker build -t shop .\ndocker run ghcr.io/acme/basket:latest')}`],
  ],
  [
    'IMG-002',
    ['README.md', `# Docker\n\nHow to start the Shop.\n${fence('docker run acme/shop')}`],
    ['README.md', `# Docker\n\nHow to start it.\n${fence('docker run acme/shop\ndocker run acme/basket')}`],
  ],
  [
    'RUN-002',
    ['Dockerfile', 'FROM python:3.13\nENTRYPOINT ["/bin/coscmd"]\n'],
    ['Dockerfile', 'FROM python:3.13\nENTRYPOINT ["/bin/cosd"]\n'],
  ],
  [
    'SEC-007',
    ['README.md', fence('docker run -e GH_TOKEN="ghp_your_token" a:1')],
    ['README.md', fence('docker run -e GH_PASSWORD=qwerty a:1')],
  ],
  ['SEC-004', ['README.md', fence('mysql -pNew#Password1')], ['README.md', fence('mysql -pKx8vQ2mZr7')]],
  ['SEC-004', ['README.md', fence('gpg --passphrase "$PASS" --sign a')], ['a.sh', 'gpg --passphrase "$PASS" --sign a']],
  ['IMG-002', ['Dockerfile', 'FROM menci/archlinuxarm:latest\n'], ['Dockerfile', 'FROM archlinux:latest\n']],
  [
    'BLD-011',
    ['Dockerfile', 'FROM debian:13\nVOLUME ["/dev/dri"]\n'],
    ['Dockerfile', 'FROM debian:13\nWORKDIR /dev/app\n'],
  ],
  ['RUN-013', ['a.sh', 'docker run -it --net=host -e DISPLAY a:1'], ['a.sh', 'docker run -it --net=host -e PATH a:1']],
  ['RUN-013', ['compose.yaml', desk('')], ['compose.yaml', desk('    restart: always\n')]],
  [
    'RUN-014',
    ['a.sh', 'docker run -it --ipc=host -e DISPLAY a:1'],
    ['a.sh', 'docker run -it --pid=host -e DISPLAY a:1'],
  ],
  ['NET-001', ['README.md', fence('docker run -d -p 8080:80 a:1')], ['start.sh', 'docker run -d -p 8080:80 a:1']],
  [
    'RUN-002',
    ['Dockerfile', 'FROM alpine:3.22\nEXPOSE 80\nCMD crond -d 6 && \\\n  exec httpd -D FOREGROUND\n'],
    ['Dockerfile', 'FROM alpine:3.22\nEXPOSE 80\nCMD crond -d 6 && \\\n  exec python httpd -D FOREGROUND\n'],
  ],
  [
    'RUN-012',
    ['compose.yaml', mounts('acme/shop:1', '/etc/shop')],
    ['compose.yaml', mounts('acme/shop:1', '/etc/apt')],
  ],
  [
    'IMG-002',
    ['docs/docker.md', `# Docker\n${fence('docker run acme/shop')}`],
    ['docs/docker.md', `# Docker\n${fence('docker run acme/shop\ndocker run acme/basket')}`],
  ],
  ['SEC-004', [CI, workflow('gpg --passphrase "$PASS" --sign a')], ['a.sh', 'gpg --passphrase "$PASS" --sign a']],
  ['RUN-013', ['compose.yaml', watcher('prom/node-exporter:v1.9.1')], ['compose.yaml', watcher('acme/exporter:1')]],
  ['RUN-014', ['compose.yaml', watcher('prom/node-exporter:v1.9.1')], ['compose.yaml', watcher('acme/exporter:1')]],
  ['RUN-013', ['a.sh', 'docker run -it --rm --net=host a:1'], ['a.sh', 'docker run --rm --net=host a:1']],
  ['RUN-014', ['a.sh', 'docker run -it --rm --ipc=host a:1'], ['a.sh', 'docker run -dit --rm --ipc=host a:1']],
  ['NET-001', ['a.sh', 'docker run -it --rm -p 8888:8888 a:1'], ['a.sh', 'docker run -dit --rm -p 8888:8888 a:1']],
  [
    'RUN-013',
    ['README.md', `It reads the ARP table, so \`--network host\` is needed.\n${fence('docker run --net=host a:1')}`],
    ['README.md', `It reads the ARP table.\n${fence('docker run --net=host a:1')}`],
  ],
  [
    'IMG-008',
    ['a.md', `---\ntitle: A\nlayout: post\n---\n${fence('docker run -v .:/a node:8')}`],
    ['a.md', `---\ntitle: A\nlayout: page\n---\n${fence('docker run -v .:/a node:8')}`],
  ],
  [
    'RUN-013',
    ['compose.yaml', watcher('ghcr.io/home-assistant/home-assistant:2026.1')],
    ['compose.yaml', watcher('ghcr.io/home-assistant/supervisor:2026.1')],
  ],
  [
    'RUN-012',
    ['compose.yaml', mounts('homeassistant/home-assistant:2026.1', '/run/dbus', ':ro')],
    ['compose.yaml', mounts('homeassistant/home-assistant:2026.1', '/run/dbus')],
  ],
  ['RUN-012', ['compose.yaml', mounts('acme/a:1', '/home/a_data')], ['compose.yaml', mounts('acme/a:1', '/home/ada')]],
  [
    'RUN-012',
    ['compose.yaml', mounts('acme/shop:1', '/home/shop')],
    ['compose.yaml', mounts('acme/a:1', '/home/shop')],
  ],
  [
    'NET-001',
    ['compose.yaml', service('    ports: ["${A_PORT:-8081}:80"]\n')],
    ['compose.yaml', service('    ports: ["${A_PORT:-8081}:8000"]\n')],
  ],
  [
    'NET-002',
    ['compose.yaml', service('    ports:\n      # for debugging only\n      - 80:80\n      - 6379:6379\n')],
    ['compose.yaml', service('    ports:\n      # of the cache\n      - 80:80\n      - 6379:6379\n')],
  ],
  ['RUN-002', ['Dockerfile', 'FROM php:8.4-apache\nEXPOSE 80\n'], ['Dockerfile', 'FROM php:8.4-cli\nEXPOSE 80\n']],
  ['IMG-002', ['a.md', fence('docker run -d nginx')], ['a.md', fence('docker run -d -v a:/a nginx')]],
  ['IMG-008', ['a.md', fence('docker run -it node:8 sh')], ['a.md', fence('docker run -it node:8 -p 80:80')]],
  ['RUN-006', ['compose.yaml', vpn('linuxserver/wireguard:1')], ['compose.yaml', vpn('acme/a:1')]],
  ['NET-001', ['compose.yaml', vpn('linuxserver/wireguard:1')], ['compose.yaml', vpn('acme/a:1')]],
  [
    'RUN-006',
    ['a.sh', 'docker run -d --cap-add NET_ADMIN --device /dev/net/tun acme/a:1'],
    ['a.sh', 'docker run -d --cap-add SYS_ADMIN --device /dev/net/tun acme/a:1'],
  ],
  [
    'NET-001',
    ['a.sh', 'docker run --rm -p 8888:8888 -v "$PWD":/src acme/a:1'],
    ['a.sh', 'docker run --rm -p 8888:8888 -v /srv:/src acme/a:1'],
  ],
  ['RUN-002', ['a.sh', 'docker run -d -p 2376:2376 docker:28-dind'], ['a.sh', 'docker run -d -p 80:80 traefik:3.5']],
  [
    'RUN-002',
    ['Dockerfile', 'FROM node:24\nENTRYPOINT ["/usr/src/cli/bin/run"]\n'],
    ['Dockerfile', 'FROM node:24\nENTRYPOINT ["/usr/src/app/bin/run"]\n'],
  ],
  [
    'RUN-002',
    ['Dockerfile', 'FROM docker:28\nENTRYPOINT ["/entry.sh"]\n'],
    ['Dockerfile', 'FROM alpine:3.22\nENTRYPOINT ["/entry.sh"]\n'],
  ],
];

describe.each(pairs)('%s', (rule, [silentName, silent], [foundName, found]) => {
  it(`is left to mlps3: ${silentName} ${silent.slice(0, 60)}`, () => {
    expect(rulesOf(silentName, silent, 'recommended')).not.toContain(rule);
    expect(rulesOf(silentName, silent, 'mlps3')).toContain(rule);
  });

  it(`is found: ${foundName} ${found.slice(0, 60)}`, () =>
    expect(rulesOf(foundName, found, 'recommended')).toContain(rule));
});

it('counts in full where the configuration names the rule', () => {
  const config = { rules: { 'MLPS-RUN-002': { severity: 'warning' as const } } };
  const { findings } = lint(
    { uri: 'file:///w/Dockerfile', text: 'FROM debian:13\nRUN make\n' },
    { files, locale: 'en', profile: 'recommended', today: '2026-11-24', config },
  );
  expect(findings.map((f) => f.rule)).toContain('MLPS-RUN-002');
});

it('tells a port over both protocols once, and over UDP alone', () => {
  const ports = (list: string) =>
    rulesOf('compose.yaml', `services:\n  a:\n    image: a:1\n    ports: [${list}]\n`, 'recommended').filter(
      (r) => r === 'NET-001',
    ).length;
  expect(ports('"5353:5353", "5353:5353/udp"')).toBe(1);
  expect(ports('"127.0.0.1:5353:5353", "5353:5353/udp"')).toBe(1);
  expect(ports('"5353:5353", "5354:5354/udp"')).toBe(2);
});
