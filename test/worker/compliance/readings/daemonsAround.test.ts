/** What `dockerd` is told by a unit of systemd counts as in daemon.json. */
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../src/worker/compliance/applyEdits';
import { lint } from '../../../../src/worker/compliance/lint';
import { treeFiles } from '../treeFiles';

const COMPOSE = 'services:\n  web:\n    image: acme/app:1\n    ports: ["8080:80"]\n    restart: always\n';
const UNIT = 'etc/systemd/system/docker.service.d/override.conf';
const unit = (options: string) => `[Service]\nExecStart=\nExecStart=/usr/bin/dockerd -H fd:// ${options}\n`;

function judged(texts: Record<string, string>, of = 'compose.yaml') {
  const files = treeFiles(Object.fromEntries(Object.entries(texts).map(([name, text]) => [`file:///w/${name}`, text])));
  const uri = `file:///w/${of}`;
  return lint(
    { uri, text: texts[of]! },
    { files, folder: 'file:///w', locale: 'en', profile: 'mlps3', today: '2026-11-30', group: false },
  );
}
const rules = (...given: Parameters<typeof judged>) => judged(...given).findings.map(({ rule }) => rule.slice(5));

describe('options of dockerd in a unit', () => {
  it.each([
    ['LOG-005', '--log-driver json-file --log-opt max-size=10m --log-opt max-file=5'],
    ['LOG-005', '--log-driver=local'],
    ['LOG-002', '--log-driver syslog --log-opt syslog-address=tcp+tls://logs.example.org:6514'],
    ['RUN-009', '--no-new-privileges'],
    ['NET-001', '--default-network-opt bridge=com.docker.network.bridge.host_binding_ipv4=127.0.0.1'],
  ])('satisfy %s: %s', (rule, options) => {
    expect(rules({ 'compose.yaml': COMPOSE })).toContain(rule);
    const { findings, satisfied } = judged({ 'compose.yaml': COMPOSE, [UNIT]: unit(options) });
    expect(findings.map((f) => f.rule)).not.toContain(`MLPS-${rule}`);
    expect(satisfied.filter((s) => s.rule === `MLPS-${rule}`).map((s) => s.by.uri)).toEqual([`file:///w/${UNIT}`]);
  });

  it.each(['etc/default/docker', 'etc/sysconfig/docker'])('are the same in the variables of %s', (path) => {
    const texts = {
      'compose.yaml': COMPOSE,
      [path]: 'DOCKER_OPTS="$DOCKER_OPTS --log-driver=local --no-new-privileges"\n',
    };
    const { findings, satisfied } = judged(texts);
    expect(findings.map((f) => f.rule)).not.toContain('MLPS-LOG-005');
    expect(satisfied.filter((s) => s.rule === 'MLPS-LOG-005').map((s) => s.by.uri)).toEqual([`file:///w/${path}`]);
    expect(rules({ 'compose.yaml': COMPOSE, [path]: 'OTHER="--log-driver=local"\n' })).toContain('LOG-005');
  });

  it('of a script alone satisfy nothing', () => {
    const texts = { 'compose.yaml': COMPOSE, 'scripts/ci.sh': 'dockerd --log-driver=local --no-new-privileges &\n' };
    expect(rules(texts)).toEqual(expect.arrayContaining(['LOG-005', 'RUN-009']));
  });

  it.each([
    ['LOG-001', '--log-driver=none'],
    ['LOG-002', '--log-driver=json-file'],
    ['LOG-003', '--log-driver=syslog --log-opt syslog-address=udp://logs.example.org:514'],
    ['LOG-004', '--log-driver=syslog --log-opt syslog-address=tcp+tls://logs.example.org:6514'],
    ['LOG-005', '--log-driver=json-file'],
    ['LOG-006', '--log-opt max-size=10m --log-opt max-file=5'],
    ['HST-010', '--icc=true'],
    ['HST-010', '--userland-proxy'],
    ['HST-011', '--iptables=false'],
    ['IMG-009', '--insecure-registry=registry.example.org'],
  ])('violate %s: %s', (rule, options) => {
    expect(rules({ [UNIT]: unit('--containerd=/run/containerd/containerd.sock') }, UNIT)).not.toContain(rule);
    expect(rules({ [UNIT]: unit(options) }, UNIT)).toContain(rule);
  });

  it('are not missed in daemon.json, which must not have them as well', () => {
    const of = 'etc/docker/daemon.json';
    const message = (options: string) =>
      judged({ [of]: '{"log-driver": "local"}\n', [UNIT]: unit(options) }, of)
        .findings.filter(({ rule }) => rule === 'MLPS-HST-010')
        .map((finding) => finding.message);
    expect(message('')).toHaveLength(2);
    expect(message('--userns-remap=default --icc=false --no-new-privileges')).toEqual([
      expect.stringContaining('does not set live-restore, userland-proxy,'),
    ]);
    expect(
      message('--userns-remap default --icc=false --no-new-privileges --live-restore --userland-proxy=false'),
    ).toEqual([]);
  });

  it('are written by fixes', () => {
    const fixed = (options: string, rule: string) => {
      const text = unit(options);
      const { findings } = judged({ [UNIT]: text }, UNIT);
      const [fix] = findings.find((f) => f.rule === rule)!.fixes;
      return applyEdits(text, fix!.edits);
    };
    expect(fixed('--log-driver=json-file', 'MLPS-LOG-005')).toBe(
      unit('--log-driver=json-file --log-opt max-size=10m --log-opt max-file=5'),
    );
    expect(fixed('--icc --live-restore', 'MLPS-HST-010')).toBe(unit('--icc=false --live-restore'));
  });
});
