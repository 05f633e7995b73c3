/** What rules on containers and their host find in a file, a search of the folder finds, too. */
import { expect, it } from 'vitest';
import { inSearch } from '../../../src/worker/compliance/inSearch';
import { findRule } from '../../../src/worker/compliance/rules/findRule';
import { readFixtures } from './ruleFixtures';

const isFound = (uri: string, text: string) => inSearch(uri, { isIgnored: () => false, text: () => text });

const OF_HOSTS = /^MLPS-(?:APP|HST|LOG|NET|OPS|RUN|UPL)-/;

it('finds every file of a fixture that has findings of theirs', async () => {
  const missed: string[] = [];
  for (const { id, ruleName, uri, text, verdict } of readFixtures())
    if (verdict === 'invalid' && OF_HOSTS.test(findRule(ruleName)!.id) && !(await isFound(uri, text))) missed.push(id);
  expect(missed).toEqual([]);
});

it.each([
  'setenforce 0',
  'sudo sed -i "s/a/b/" /etc/ssh/sshd_config',
  '> /var/log/secure',
  'find /var/log -mtime +30 -delete',
  'journalctl --vacuum-time=7d',
  'cp app /etc/logrotate.d/',
  'tar czf /srv/backup/a.tgz /srv/a',
  'history -c',
  'systemctl stop auditd',
  'systemctl disable --now firewalld',
  'service nftables stop',
  'yum install -y vsftpd',
  'service telnet start',
  'chmod -R 644 /srv/uploads',
  'grubby --args "selinux=0"',
])('finds a script that only says %s', async (line) => {
  expect(await isFound('file:///w/a.sh', `#!/bin/sh\n${line}\n`)).toBe(true);
});

it.each(['npm ci', 'echo done >> /var/log/a.log', 'git log --oneline', 'systemctl restart app', 'mkdir uploads'])(
  'passes over a script that only says %s',
  async (line) => {
    expect(await isFound('file:///w/a.sh', `#!/bin/sh\n${line}\n`)).toBe(false);
  },
);
