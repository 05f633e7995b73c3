/** Which message of a rule is chosen; the sentences themselves are nobody's business here. */
import { describe, expect, it } from 'vitest';
import { lint } from '../../../../src/worker/compliance/lint';
import { findRule } from '../../../../src/worker/compliance/rules/findRule';

/** Keys of the messages found, by the sentence's text between its data. */
function keysOf(name: string, text: string, id: string, today = '2026-11-23'): string[] {
  const rule = findRule(id)!;
  const context = {
    files: { text: () => null },
    locale: 'en',
    profile: 'mlps3',
    today,
    group: false,
    rules: [rule],
  } as const;
  const { findings } = lint({ uri: `file:///w/${name}`, text }, context);
  return findings.map(({ message }) => {
    const pieces = (en: string) => en.split(/\{\w+\}/).every((part) => message.includes(part));
    return Object.keys(rule.messages).find((key) => pieces(rule.messages[key]!.en)) ?? message;
  });
}

const service = (image: string, line: string) => `services:\n  a:\n    image: ${image}\n    ${line}\n`;

describe('messages', () => {
  it.each<[string, string, string, string, string]>([
    ['a date behind the table is planned', 'Dockerfile', 'FROM debian:bullseye\n', 'MLPS-IMG-008', 'planned'],
    ['a date before it is past', 'Dockerfile', 'FROM debian:buster\n', 'MLPS-IMG-008', 'ended'],
    ['sudo to another user', 'Dockerfile', 'FROM debian:13\nRUN sudo -u app make\n', 'MLPS-BLD-005', 'asUser'],
    ['sudo to root', 'Dockerfile', 'FROM debian:13\nRUN sudo -u root make\n', 'MLPS-BLD-005', 'sudo'],
    ['the daemon is no container', 'daemon.json', '{"log-driver": "none"}\n', 'MLPS-LOG-001', 'daemon'],
    ['a container is', 'compose.yaml', service('app:1', 'logging: {driver: none}'), 'MLPS-LOG-001', 'none'],
    ['a proxy is the entrance', 'compose.yaml', service('traefik:v3', 'ports: ["443:443"]'), 'MLPS-NET-001', 'proxy'],
    [
      'an image that reads NAME_FILE',
      'compose.yaml',
      service('mysql:8.4', 'environment: {MYSQL_PASSWORD: b7Qp-29xk-8}'),
      'MLPS-SEC-002',
      'literal',
    ],
    [
      'one that does not',
      'compose.yaml',
      service('app:1', 'environment: {MYSQL_PASSWORD: b7Qp-29xk-8}'),
      'MLPS-SEC-002',
      'literalNoFile',
    ],
    ['more tries than the default', 'sshd_config', 'MaxAuthTries 7\n', 'MLPS-HST-004', 'tries'],
    ['no try at all', 'sshd_config', 'MaxAuthTries 00\n', 'MLPS-HST-004', 'noTries'],
    ['more time than the default', 'sshd_config', 'LoginGraceTime 2m1\n', 'MLPS-HST-004', 'time'],
    ['time without an end', 'sshd_config', 'LoginGraceTime 0s\n', 'MLPS-HST-004', 'noLimit'],
    [
      'what is only read',
      'compose.yaml',
      service('app:1', 'volumes: ["/etc/timezone:/etc/timezone"]'),
      'MLPS-RUN-012',
      'needsRo',
    ],
  ])('%s', (_, name, text, id, key) => expect(keysOf(name, text, id)).toEqual([key]));

  it('a variable is told with what it holds', () => {
    const context = { files: { text: () => null }, locale: 'en', profile: 'recommended', today: '2026-11-23' } as const;
    const { findings } = lint({ uri: 'file:///w/run.sh', text: 'IMG=nginx\ndocker run -d "$IMG"\n' }, context);
    expect(findings.find(({ rule }) => rule === 'MLPS-IMG-002')?.message).toContain('$IMG (nginx)');
  });
});
