/** A word that every object knows is a word like any other. */
import { expect, it } from 'vitest';
import { nodeAt } from '../../../src/worker/compliance/config/nodeAt';
import { lint } from '../../../src/worker/compliance/lint';
import { valueIn } from '../../../src/worker/compliance/valueIn';

it('gives what a table has of its own', () => {
  const table = { a: 1 };
  expect(['a', 'b', 'constructor', '__proto__', 'toString'].map((word) => valueIn(table, word))).toEqual([
    1,
    ...Array(4).fill(undefined),
  ]);
});

const CURATOR =
  'actions:\n  1:\n    action: delete_indices\n    filters:\n      - filtertype: age\n        unit: WORD\n        unit_count: 7\n';
const HANDLER = 'from logging.handlers import TimedRotatingFileHandler\n';

it.each([
  ['templates/a.html', '<WORD href="{{ url }}" src="https://a.example/b.js">'],
  ['sshd_config', 'PermitRootLogin WORD\nWORD yes\n'],
  ['Caddyfile', 'a.example {\n  WORD b:80\n}\n'],
  ['nftables.conf', 'table WORD a {\n  chain b {\n    type filter hook WORD priority 0; policy accept;\n  }\n}\n'],
  ['rules.v4', '*WORD\n:WORD ACCEPT [0:0]\n-A WORD --WORD a -j WORD\nCOMMIT\n'],
  [
    'firewalld/zones/a.xml',
    '<zone target="WORD"><rule><WORD/><port port="22" protocol="&WORD;"/><accept/></rule></zone>',
  ],
  ['firewall.sh', 'ufw default deny WORD\nfirewall-cmd --zone=WORD --add-port=22/tcp --add-service=WORD\n'],
  ['start.sh', 'dockerd --WORD a -H tcp://0.0.0.0\nsystemctl WORD sshd\nWORD install telnetd\n'],
  ['Dockerfile', 'FROM WORD\nRUN --mount=WORD=a,type=WORD WORD install curl\nUSER WORD\n'],
  ['curator.yml', CURATOR],
  ['app.py', `${HANDLER}TimedRotatingFileHandler('a.log', when='WORD', backupCount=7)\napp.WORD = 'secret_key'\n`],
  ['log.py', "import logging\nlogging.basicConfig(format='%(message)s', style='WORD')\n"],
  [
    'compose.yaml',
    'services:\n  WORD:\n    image: WORD\n    WORD: a\n    cap_add: [WORD]\n    environment: {WORD: WORD}\n',
  ],
  [
    'nginx.conf',
    'http {\n  server {\n    listen 80;\n    WORD a;\n    location / { proxy_pass http://$WORD; }\n  }\n}\n',
  ],
  ['WORD/site.conf', 'server {\n  listen 80;\n  root /a;\n}\n'],
  ['rsyslog.conf', '$WORD a\nWORD.* @@a\naction(type="WORD" WORD="a")\n'],
  ['jail.local', '[WORD]\nWORD = true\nenabled = true\nbantime = 1 WORD\n'],
  ['a.timer', '[Timer]\nOnCalendar=WORD\nOnUnitActiveSec=1WORD\n'],
  ['crontab', '@WORD root WORD\n'],
])('%s is judged as with any other word', (name, text) => {
  const told = (word: string) => {
    const document = { uri: `file:///w/${name.replace('WORD', word)}`, text: text.replaceAll('WORD', word) };
    const files = { text: () => null };
    const { findings, failed } = lint(document, { files, locale: 'en', profile: 'mlps3', today: '2026-11-23' });
    expect(failed).toBeUndefined();
    return findings.map(({ rule, range, message }) => [rule, range, message.replaceAll(word, 'WORD')]);
  };
  expect(told('constructor')).toEqual(told('konstructor'));
});

it('is no key of the configuration', () => {
  expect(nodeAt(['constructor'])).toBeUndefined();
});
