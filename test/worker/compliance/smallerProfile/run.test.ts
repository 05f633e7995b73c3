/** How containers run: what the smaller profile leaves out. */
import { expect, it } from 'vitest';
import { lint } from '../../../../src/worker/compliance/lint';
import { CI, fence, type Pair, service, testPairs, vpn, workflow } from './pairs';

const RUN_TESTS = 'test:\n\tdocker run --rm --privileged -v $(CURDIR):/src acme/a:1 make check\n';
const mounts = (image: string, path: string, more = '') =>
  `services:\n  a:\n    image: ${image}\n    volumes: ["${path}:/a${more}"]\n`;
const desk = (more: string) =>
  `services:\n  a:\n    image: a:1\n    network_mode: host\n    environment: [DISPLAY]\n${more}`;
const watcher = (image: string) => `services:\n  a:\n    image: ${image}\n    network_mode: host\n    pid: host\n`;
const guard = (image: string) =>
  `services:\n  a:\n    image: ${image}:1.1.0\n    network_mode: host\n    cap_add: [NET_ADMIN, NET_RAW]\n`;

testPairs([
  ['RUN-006', ['compose.yaml', guard('crazymax/fail2ban')], ['compose.yaml', guard('acme/app')]],
  ['RUN-013', ['compose.yaml', guard('lscr.io/linuxserver/fail2ban')], ['compose.yaml', guard('acme/app')]],
  ...['lscr.io/linuxserver/wireguard', 'osixia/keepalived', 'coturn/coturn', 'jasonish/suricata'].flatMap(
    (image): Pair[] => [
      ['RUN-013', ['compose.yaml', guard(image)], ['compose.yaml', guard('acme/app')]],
      ['RUN-006', ['compose.yaml', guard(image)], ['compose.yaml', guard('acme/app')]],
    ],
  ),
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
    'RUN-001',
    ['.github/docker-compose.yml', 'services:\n  a:\n    image: a:1\n    user: root\n'],
    ['compose.yaml', 'services:\n  a:\n    image: a:1\n    user: root\n'],
  ],
  [
    'RUN-002',
    ['Dockerfile', 'FROM python:3.13\nENTRYPOINT ["linkchecker"]\n'],
    ['Dockerfile', 'FROM python:3.13\nENTRYPOINT ["./linkchecker"]\n'],
  ],
  ['RUN-002', ['Dockerfile', 'FROM nginx:1.28\nEXPOSE 80\n'], ['Dockerfile', 'FROM traefik:3.5\nEXPOSE 80\n']],
  [
    'RUN-015',
    ['a.sh', 'docker run -d --device /dev/kvm acme/vm:1'],
    ['a.sh', 'docker run -d --device /dev/sda acme/vm:1'],
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
  ['RUN-008', ['Makefile', RUN_TESTS], ['Makefile', RUN_TESTS.replace('--rm', '-d')]],
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
    'RUN-002',
    ['Dockerfile', 'FROM debian:13\nRUN apt-get install -y iptables curl\nCMD ["/app"]\n'],
    ['Dockerfile', 'FROM debian:13\nRUN apt-get install -y iproute2 curl\nCMD ["/app"]\n'],
  ],
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
    'RUN-002',
    ['Dockerfile', 'FROM python:3.13\nENTRYPOINT ["/bin/coscmd"]\n'],
    ['Dockerfile', 'FROM python:3.13\nENTRYPOINT ["/bin/cosd"]\n'],
  ],
  ['RUN-013', ['a.sh', 'docker run -it --net=host -e DISPLAY a:1'], ['a.sh', 'docker run -it --net=host -e PATH a:1']],
  ['RUN-013', ['compose.yaml', desk('')], ['compose.yaml', desk('    restart: always\n')]],
  [
    'RUN-014',
    ['a.sh', 'docker run -it --ipc=host -e DISPLAY a:1'],
    ['a.sh', 'docker run -it --pid=host -e DISPLAY a:1'],
  ],
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
  ['RUN-013', ['compose.yaml', watcher('prom/node-exporter:v1.9.1')], ['compose.yaml', watcher('acme/exporter:1')]],
  ['RUN-014', ['compose.yaml', watcher('prom/node-exporter:v1.9.1')], ['compose.yaml', watcher('acme/exporter:1')]],
  ['RUN-013', ['a.sh', 'docker run -it --rm --net=host a:1'], ['a.sh', 'docker run --rm --net=host a:1']],
  ['RUN-014', ['a.sh', 'docker run -it --rm --ipc=host a:1'], ['a.sh', 'docker run -dit --rm --ipc=host a:1']],
  [
    'RUN-013',
    ['README.md', `It reads the ARP table, so \`--network host\` is needed.\n${fence('docker run --net=host a:1')}`],
    ['README.md', `It reads the ARP table.\n${fence('docker run --net=host a:1')}`],
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
  ['RUN-002', ['Dockerfile', 'FROM php:8.4-apache\nEXPOSE 80\n'], ['Dockerfile', 'FROM php:8.4-cli\nEXPOSE 80\n']],
  ['RUN-006', ['compose.yaml', vpn('linuxserver/wireguard:1')], ['compose.yaml', vpn('acme/a:1')]],
  [
    'RUN-006',
    ['a.sh', 'docker run -d --cap-add NET_ADMIN --device /dev/net/tun acme/a:1'],
    ['a.sh', 'docker run -d --cap-add SYS_ADMIN --device /dev/net/tun acme/a:1'],
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
  [
    'RUN-012',
    ['compose.yaml', mounts('xhofe/alist-aria2:1', '/etc/alist')],
    ['compose.yaml', mounts('a:1', '/etc/alist')],
  ],
  ['RUN-012', ['compose.yaml', mounts('a/conf:1', '/etc/a')], ['compose.yaml', mounts('a/ssh-server:1', '/etc/ssh')]],
]);

it('counts in full where the configuration names the rule', () => {
  const config = { rules: { 'MLPS-RUN-002': { severity: 'warning' as const } } };
  const { findings } = lint(
    { uri: 'file:///w/Dockerfile', text: 'FROM debian:13\nRUN make\n' },
    { files: { text: () => null }, locale: 'en', profile: 'recommended', today: '2026-11-24', config },
  );
  expect(findings.map((f) => f.rule)).toContain('MLPS-RUN-002');
});
