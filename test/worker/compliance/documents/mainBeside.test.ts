/** Parts and their main files, folders that tell what a file is for: in relative addresses, too. */
import { describe, expect, it } from 'vitest';
import { isInFolder, mainBeside } from '../../../../src/worker/compliance/documents/mainBeside';
import { lint } from '../../../../src/worker/compliance/lint';

describe('the main file', () => {
  it.each([
    ['file:///w/logrotate.d/app', 'file:///w/logrotate.conf'],
    ['/etc/logrotate.d/app', '/etc/logrotate.conf'],
    ['logrotate.d/app', 'logrotate.conf'],
    ['etc/logrotate.d/app', 'etc/logrotate.conf'],
    ['etc/logrotate.d/old/app', undefined],
    ['my-logrotate.d/app', undefined],
    ['logrotate.d', undefined],
  ])('of %s is %s', (uri, main) => expect(mainBeside(uri, 'logrotate.d', 'logrotate.conf')).toBe(main));

  it('is not in the folder of parts', () => expect(isInFolder('etc/logrotate.conf', 'logrotate.d')).toBe(false));
});

const FIREWALL = 'iptables -A INPUT -p tcp --dport 8080 -s 10.0.0.0/8 -j ACCEPT\n';

it.each([
  ['rsyslog.conf', 'authpriv.* stop\n'],
  ['rsyslog.d/a.conf', 'authpriv.* stop\n'],
  ['journald.conf.d/a.conf', '[Journal]\nMaxRetentionSec=7day\n'],
  ['init.d/firewall.sh', FIREWALL],
  ['rc.local', `#!/bin/sh\n${FIREWALL}`],
  ['rootfs/firewall.sh', FIREWALL],
  ['emails/templates/a.html', '<script src="https://cdn.example/a.js"></script>{{ a|safe }}'],
  ['roles/a/templates/b.html', '<p>{{ a|safe }}</p>'],
])('%s is judged as below any folder', (path, text) => {
  const rulesIn = (uri: string, profile: 'recommended' | 'mlps3') => {
    const files = { text: (at: string) => (at.endsWith('journald.conf') ? '[Journal]\nMaxRetentionSec=8day\n' : null) };
    return lint({ uri, text }, { files, locale: 'en', profile, today: '2026-11-23' }).findings.map(({ rule }) => rule);
  };
  for (const profile of ['recommended', 'mlps3'] as const)
    expect(rulesIn(path, profile)).toEqual(rulesIn(`/w/${path}`, profile));
});
