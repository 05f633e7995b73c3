/**
 * Files of SSH servers, as a host finds and judges them: quiet where nobody runs the file, and of
 * fragments only what they say.
 */
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../../../src/worker/compliance/kindOf';
import { lint } from '../../../../../src/worker/compliance/lint';
import {
  concernsDeployment,
  kindGlobs,
  searchedGlob,
  watchedGlob,
} from '../../../../../src/worker/protocol/deploymentFiles';
import { fileKinds } from '../../../../../src/worker/protocol/fileKinds';
import type { Profile } from '../../../../../src/worker/protocol/finding';

const rulesOf = (path: string, text: string, profile: Profile = 'recommended') =>
  lint({ uri: `file:///w/${path}`, text }, { files: { text: () => null }, locale: 'en', profile, today: '2026-11-24' })
    .findings.filter((f) => !f.suppressed)
    .map((f) => f.rule)
    .sort();

const KEPT =
  'PermitRootLogin no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\nClientAliveInterval 300\n';
const STOCK =
  '#PermitRootLogin prohibit-password\nUsePAM yes\nX11Forwarding yes\nSubsystem sftp /usr/lib/openssh/sftp-server\n';

describe('recommended', () => {
  it.each([
    ['etc/ssh/sshd_config', 'Port 22\n', ['MLPS-HST-001', 'MLPS-HST-002']],
    ['etc/ssh/sshd_config', STOCK, []],
    ['etc/ssh/sshd_config', `Include /etc/ssh/sshd_config.d/*.conf\nPermitRootLogin yes\n${STOCK}`, ['MLPS-HST-001']],
    ['sshd_config', '', []],
    ['tests/sshd_config', 'Port 22\n', []],
    ['tests/sshd_config', 'Port 22\nPermitRootLogin prohibit-password\n', []],
    ['tests/sshd_config', 'PermitRootLogin yes\nPermitEmptyPasswords yes\n', []],
    ['debian/sshd_config', 'PermitRootLogin yes\nPermitEmptyPasswords yes\n', ['MLPS-HST-001', 'MLPS-HST-002']],
    ['debian/sshd_config', 'Port 22\nKbdInteractiveAuthentication yes\n', []],
    ['sshd_config.d/50-cloud.conf', 'PasswordAuthentication yes\n', ['MLPS-HST-002']],
    ['sshd_config.d/50-cloud.conf', 'PasswordAuthentication no\n', []],
    ['sshd_config', 'PermitRootLogin {{ root_login }}\nPasswordAuthentication {{ passwords }}\n', []],
    ['sshd_config', `${KEPT}MaxAuthTries 10\nLoginGraceTime 0\n`, []],
  ])('%s %j', (path, text, rules) => expect(rulesOf(path, text)).toEqual(rules));
});

describe('mlps3', () => {
  it.each([
    ['sshd_config', STOCK, ['MLPS-HST-001', 'MLPS-HST-002', 'MLPS-HST-003', 'MLPS-HST-005']],
    ['tests/sshd_config', 'Port 22\n', ['MLPS-HST-001', 'MLPS-HST-002', 'MLPS-HST-003', 'MLPS-HST-005']],
    ['tests/sshd_config', 'PermitRootLogin yes\n', ['MLPS-HST-001', 'MLPS-HST-002', 'MLPS-HST-003', 'MLPS-HST-005']],
    ['sshd_config.d/50-cloud.conf', 'Port 22\n', []],
    ['sshd_config', `${KEPT}MaxAuthTries 10\nLoginGraceTime 0\n`, ['MLPS-HST-004', 'MLPS-HST-004', 'MLPS-HST-005']],
    ['sshd_config', KEPT, ['MLPS-HST-005']],
    ['sshd_config', `${KEPT}AllowGroups admins\n`, []],
    ['sshd_config.d/50-cloud.conf', 'MaxAuthTries 7\n', ['MLPS-HST-004']],
    ['tests/sshd_config', `${KEPT}LoginGraceTime 121\n`, ['MLPS-HST-004', 'MLPS-HST-005']],
  ])('%s %j', (path, text, rules) => expect(rulesOf(path, text, 'mlps3')).toEqual(rules));
});

it('is suppressed by a comment', () => {
  expect(
    rulesOf(
      'sshd_config.d/a.conf',
      '# mlps-lint disable-next-line MLPS-HST-001 -- the console is broken\nPermitRootLogin yes\n',
    ),
  ).toEqual([]);
});

it('is found by its row alone', () => {
  for (const path of ['sshd_config', 'etc/ssh/sshd_config', 'ssh/SSHD_CONFIG', 'sshd_config.d/10-a.conf'])
    expect(kindOf(path)).toBe('sshd');
  for (const path of ['ssh_config', 'sshd_config.bak', 'sshd_config.d/README']) expect(kindOf(path)).toBe(undefined);
  expect(concernsDeployment('sshd', '')).toBe(true);
  for (const glob of fileKinds.sshd.globs) expect(kindGlobs).toContain(glob);
  for (const glob of [searchedGlob(), watchedGlob()])
    expect(glob.toLowerCase()).toContain('[ss][ss][hh][dd]_[cc][oo][nn][ff][ii][gg]');
});
