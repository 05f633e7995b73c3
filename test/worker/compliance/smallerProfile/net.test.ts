/** Networks and ports: what the smaller profile leaves out. */
import { expect, it } from 'vitest';
import { CI, fence, findingsOf, type Pair, rulesOf, service, testPairs, vpn, workflow } from './pairs';

const REDIS = 'services:\n  a:\n    image: redis:8\n    ports: ["6379:6379"]\n';
const peers = (image: string) => `services:\n  a:\n    image: ${image}\n    ports: ["6881:6881", "6881:6881/udp"]\n`;

/** A server of nginx that speaks TLS. */
const tls = (inside: string) => `server {\n  listen 443 ssl;\n  ${inside}\n}\n`;
/** The main file of a distribution, with a server. */
const main = (listen: string, more = '') =>
  `events {}\nhttp {\n  ssl_protocols TLSv1 TLSv1.1 TLSv1.2;\n  ${more}\n  server { listen ${listen}; root /srv; }\n}\n`;

const nft = (rule: string) =>
  `table inet f {\n  chain i {\n    type filter hook input priority 0; policy drop;\n    ${rule}\n  }\n}\n`;

/** A server that is there for its port. */
const serves = (image: string, port: string) => `services:\n  a:\n    image: ${image}\n    ports: ["${port}"]\n`;

testPairs([
  ...['993:993', '25565:25565', '0.0.0.0:465:465'].map(
    (port): Pair => [
      'NET-001',
      ['compose.yaml', service(`    ports: ["${port}"]\n`)],
      ['compose.yaml', service(`    ports: ["${port.replace(/\d+$/, '8080')}"]\n`)],
    ],
  ),
  ...[
    ['atmoz/sftp:alpine', '2222:22'],
    ['gitea/gitea:1.24', '222:22'],
    ['gitlab/gitlab-ce:18.4.1-ce.0', '22:22'],
    ['lscr.io/linuxserver/openssh-server:9.9', '22:2222'],
    ['cowrie/cowrie:2.6', '23:2223'],
  ].map(
    ([image, port]): Pair => [
      'NET-002',
      ['compose.yaml', serves(image!, port!)],
      ['compose.yaml', serves('acme/app:1', port!)],
    ],
  ),
  [
    'NET-002',
    ['compose.yaml', 'services:\n  sftp:\n    build: .\n    ports: ["22:22"]\n'],
    ['compose.yaml', 'services:\n  shop:\n    build: .\n    ports: ["22:22"]\n'],
  ],
  ['NET-002', ['compose.yaml', serves('atmoz/sftp:alpine', '22:22')], ['compose.yaml', serves('atmoz/sftp', '21:21')]],
  ['NET-011', ['nginx.conf', tls('root /srv;')], ['nginx.conf', tls('ssl_protocols TLSv1;')]],
  ['NET-011', ['nginx.conf', main('80')], ['nginx.conf', main('443 ssl')]],
  ['NET-011', ['nginx.conf', main('80')], ['nginx.conf', main('80', 'proxy_ssl_protocols SSLv3;')]],
  ['NET-011', ['nginx.conf', tls('ssl_ciphers HIGH;')], ['nginx.conf', tls('ssl_ciphers HIGH:RC4-SHA;')]],
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
    'NET-002',
    ['a.sh', 'iptables -A INPUT -p tcp -m multiport --dports 22,443 -j ACCEPT\n'],
    ['a.sh', 'iptables -A INPUT -p tcp -m multiport --dports 22,3306 -j ACCEPT\n'],
  ],
  ['NET-002', ['a.nft', nft('tcp dport { 22, 443 } accept')], ['a.nft', nft('tcp dport { 22, 443, 6379 } accept')]],
  ['NET-002', ['tests/Dockerfile', 'FROM debian:13\nEXPOSE 22\n'], ['Dockerfile', 'FROM debian:13\nEXPOSE 22\n']],
  ['NET-002', [CI, workflow('docker run -d -p 3306:3306 mysql:8.4')], ['a.sh', 'docker run -d -p 3306:3306 mysql:8.4']],
  ['NET-002', ['docker-compose.dev.yml', REDIS], ['docker-compose.yml', REDIS]],
  ['NET-002', ['examples/cache/compose.yaml', REDIS], ['docs/compose.yaml', REDIS]],
  [
    'NET-002',
    ['compose.yaml', `# Services for local development.\n${REDIS}`],
    ['compose.yaml', `# Services of the shop.\n${REDIS}`],
  ],
  ['NET-002', ['samples/cache/compose.yaml', REDIS], ['simple/cache/compose.yaml', REDIS]],
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
  ['NET-001', ['a.sh', 'docker run --rm -it -P acme/a:1 bash'], ['a.sh', 'docker run -d -P acme/a:1']],
  ['NET-001', ['README.md', fence('docker run -d -p 8080:80 a:1')], ['start.sh', 'docker run -d -p 8080:80 a:1']],
  ['NET-001', ['a.sh', 'docker run -it --rm -p 8888:8888 a:1'], ['a.sh', 'docker run -dit --rm -p 8888:8888 a:1']],
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
  ['NET-001', ['compose.yaml', vpn('linuxserver/wireguard:1')], ['compose.yaml', vpn('acme/a:1')]],
  [
    'NET-001',
    ['a.sh', 'docker run --rm -p 8888:8888 -v "$PWD":/src acme/a:1'],
    ['a.sh', 'docker run --rm -p 8888:8888 -v /srv:/src acme/a:1'],
  ],
  ['NET-001', ['compose.yaml', peers('linuxserver/qbittorrent:5')], ['compose.yaml', peers('acme/a:5')]],
]);

it('tells a port over both protocols once, and over UDP alone', () => {
  const ports = (list: string) =>
    rulesOf('compose.yaml', `services:\n  a:\n    image: a:1\n    ports: [${list}]\n`, 'recommended').filter(
      (r) => r === 'NET-001',
    ).length;
  expect(ports('"5353:5353", "5353:5353/udp"')).toBe(1);
  expect(ports('"127.0.0.1:5353:5353", "5353:5353/udp"')).toBe(1);
  expect(ports('"5353:5353", "5354:5354/udp"')).toBe(2);
});

it.each([
  ['atmoz/sftp:alpine', '22:22', 'warning', 'mlps3'],
  ['dperson/samba:latest', '445:445', 'warning', 'recommended'],
  ['balabit/syslog-ng:4.8', '514:514/udp', 'warning', 'recommended'],
  ['postgres:18', '5432:5432', 'error', 'recommended'],
] as const)('%s that publishes %s is told as %s', (image, port, severity, profile) =>
  expect(
    findingsOf('compose.yaml', serves(image, port), profile)
      .filter((f) => f.rule === 'MLPS-NET-002')
      .map((f) => [f.severity, f.fixes.length > 0]),
  ).toEqual([[severity, severity === 'error']]),
);
