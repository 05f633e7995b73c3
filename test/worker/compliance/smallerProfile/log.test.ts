/** Rules on logs: what is left to mlps3, and what is found in both profiles. */
import { testPairs } from './pairs';

const block = (directives: string) => `/var/log/app.log {\n${directives}\n}\n`;
const short = block('weekly\nrotate 4');

testPairs([
  ['LOG-006', ['logrotate.d/app', block('size 10M\nrotate 4')], ['logrotate.d/app', short]],
  ['LOG-006', ['debian/app.logrotate', short], ['etc/logrotate.d/app', short]],
  [
    'LOG-006',
    ['journald.conf', '[Journal]\nSystemMaxUse=1G\n'],
    ['journald.conf', '[Journal]\nMaxRetentionSec=1month\n'],
  ],
  [
    'LOG-006',
    ['loki.yaml', 'schema_config: {}\nlimits_config:\n  retention_period: 7d\n'],
    ['loki.yaml', 'schema_config: {}\nlimits_config:\n  retention_period: 7d\ncompactor:\n  retention_enabled: true\n'],
  ],
  ['LOG-010', ['a.sh', "find /var/log -name 'app-*.log' -delete"], ['a.sh', "find /var/log -name 'secure*' -delete"]],
  ['LOG-010', ['a.sh', 'service auditd stop\nrm -f /etc/ssh/*key*'], ['a.sh', 'service auditd stop\nrm -f /etc/ssh/a']],
  ['LOG-010', ['a.sh', '>/var/log/secure\nrm -f /etc/udev/rules.d/70*'], ['a.sh', '>/var/log/secure\nrm -f /tmp/*']],
  ['LOG-001', ['rsyslog.d/10-auth.conf', 'authpriv.* stop\n'], ['rsyslog.conf', 'authpriv.* stop\n']],
]);
