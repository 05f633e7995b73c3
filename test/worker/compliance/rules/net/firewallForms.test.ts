/** The same firewall in the words of every tool gives the same findings; what is no host's gives none. */
import { describe, expect, it } from 'vitest';
import { lint } from '../../../../../src/worker/compliance/lint';
import type { Profile } from '../../../../../src/worker/protocol/finding';
import { treeFiles } from '../../treeFiles';

const OURS = new Set(['MLPS-NET-002', 'MLPS-NET-005', 'MLPS-NET-006']);

const rulesIn = (name: string, text: string, profile: Profile = 'mlps3', others: Record<string, string> = {}) => {
  const uri = `file:///w/${name}`;
  const files = treeFiles({ [uri]: text, ...others });
  return lint({ uri, text }, { files, locale: 'en', profile, today: '2026-11-29' })
    .findings.map(({ rule }) => rule)
    .filter((rule) => OURS.has(rule))
    .map((rule) => rule.slice(5))
    .sort();
};

const rich = (rule: string) => `firewall-cmd --permanent --add-rich-rule='rule ${rule}'\n`;
const nft = (policy: string, lines: string) =>
  `table inet f {\n chain i {\n  type filter hook input priority 0; policy ${policy};\n${lines}\n }\n}\n`;
const saved = (policy: string, lines: string) => `*filter\n:INPUT ${policy} [0:0]\n${lines}\nCOMMIT\n`;
const zone = (lines: string) => `<zone>\n${lines}\n</zone>\n`;

type Forms = [name: string, text: string][];

/** A port of the host for some sources alone, for all, and in an order in which nobody gets in. */
const MEANINGS: [string, string[], Forms][] = [
  [
    'some are let in, all others dropped',
    [],
    [
      [
        'a.sh',
        'iptables -A INPUT -p tcp --dport 8080 -s 10.0.0.1 -j ACCEPT\niptables -A INPUT -p tcp --dport 8080 -j DROP\n',
      ],
      ['b.sh', 'iptables -P INPUT DROP\niptables -A INPUT -p tcp --dport 8080 -s 10.0.0.1 -j ACCEPT\n'],
      ['c.sh', 'iptables -A INPUT -p tcp --dport 8080 ! -s 10.0.0.1 -j DROP\n'],
      [
        'd.sh',
        'iptables -N A\niptables -A A -s 10.0.0.1 -j ACCEPT\niptables -A A -j DROP\niptables -A INPUT -p tcp --dport 8080 -j A\n',
      ],
      ['rules.v4', saved('DROP', '-A INPUT -s 10.0.0.1/32 -p tcp -m tcp --dport 8080 -j ACCEPT')],
      ['nftables.conf', nft('drop', 'ip saddr 10.0.0.1 tcp dport 8080 accept')],
      ['e.sh', 'ufw allow from 10.0.0.1 to any port 8080 proto tcp\nufw enable\n'],
      ['f.sh', rich('family=ipv4 source address=10.0.0.1 port port=8080 protocol=tcp accept')],
      [
        'zones/public.xml',
        zone('<rule family="ipv4"><source address="10.0.0.1"/><port port="8080" protocol="tcp"/><accept/></rule>'),
      ],
      [
        'direct.xml',
        '<direct><rule ipv="ipv4" table="filter" chain="INPUT" priority="0">-p tcp --dport 8080 -s 10.0.0.1 -j ACCEPT</rule></direct>',
      ],
    ],
  ],
  [
    'all are let in',
    ['NET-006'],
    [
      ['a.sh', 'iptables -P INPUT DROP\niptables -A INPUT -p tcp --dport 8080 -j ACCEPT\n'],
      ['a.md', '```sh\niptables -P INPUT DROP\niptables -A INPUT -p tcp --dport 8080 -j ACCEPT\n```\n'],
      ['Makefile', 'a:\n\tiptables -P INPUT DROP && iptables -A INPUT -p tcp --dport 8080 -j ACCEPT\n'],
      [
        'a.service',
        '[Service]\nExecStart=iptables -A INPUT -p tcp --dport 8080 -j ACCEPT\nExecStart=iptables -P INPUT DROP\n',
      ],
      ['rules.v4', saved('DROP', '-A INPUT -p tcp -m tcp --dport 8080 -j ACCEPT')],
      ['rules.v6', saved('DROP', '-A INPUT -p tcp -m tcp --dport 8080 -j ACCEPT')],
      ['nftables.conf', nft('drop', 'tcp dport { 443, 8080 } ct state new accept')],
      [
        'b.sh',
        "nft 'add chain inet f i { type filter hook input priority 0; policy drop; }'\nnft add rule inet f i tcp dport 8080 accept\n",
      ],
      ['c.sh', 'ufw allow 8080/tcp\nufw enable\n'],
      ['d.sh', 'firewall-cmd --permanent --add-port=8080/tcp\n'],
      ['e.sh', rich('port port=8080 protocol=tcp accept')],
      [
        'f.sh',
        'cat > /etc/iptables/rules.v4 <<EOF\n*filter\n:INPUT DROP [0:0]\n-A INPUT -p tcp --dport 8080 -j ACCEPT\nCOMMIT\nEOF\n',
      ],
      ['zones/public.xml', zone('<port protocol="tcp" port="8080"/>')],
      ['ufw/user.rules', '*filter\n:ufw-user-input - [0:0]\n-A ufw-user-input -p tcp --dport 8080 -j ACCEPT\nCOMMIT\n'],
    ],
  ],
  [
    'nobody is let in any more where some should be',
    ['NET-005'],
    [
      [
        'a.sh',
        'iptables -A INPUT -p tcp --dport 8080 -j DROP\niptables -A INPUT -p tcp --dport 8080 -s 10.0.0.1 -j ACCEPT\n',
      ],
      [
        'b.sh',
        'iptables -I INPUT -p tcp --dport 8080 -s 10.0.0.1 -j ACCEPT\niptables -I INPUT -p tcp --dport 8080 -j DROP\n',
      ],
      ['rules.v4', saved('DROP', '-A INPUT -j DROP\n-A INPUT -s 10.0.0.1/32 -p tcp --dport 8080 -j ACCEPT')],
      ['nftables.conf', nft('drop', 'tcp dport 8080 drop\nip saddr 10.0.0.1 tcp dport 8080 accept')],
      ['c.sh', 'ufw deny 8080\nufw allow from 10.0.0.1 to any port 8080 proto tcp\n'],
      [
        'd.sh',
        rich('family=ipv4 source address=10.0.0.1 port port=8080 protocol=tcp accept') +
          rich('family=ipv4 port port=8080 protocol=tcp drop'),
      ],
    ],
  ],
  [
    'a database is opened',
    ['NET-002', 'NET-006'],
    [
      ['a.sh', 'iptables -P INPUT DROP\niptables -A INPUT -p tcp --dport 3306 -j ACCEPT\n'],
      ['nftables.conf', nft('drop', 'tcp dport mysql accept')],
      ['b.sh', 'ufw allow 3306/tcp\n'],
      ['c.sh', 'firewall-cmd --add-service=mysql\n'],
      ['zones/public.xml', zone('<service name="mysql"/>')],
    ],
  ],
];

describe.each(MEANINGS)('%s', (_, rules, forms) => {
  it.each(forms)('%s %j', (name, text) => expect(rulesIn(name, text)).toEqual(rules));
});

describe('no host of anybody', () => {
  const OPENS = 'iptables -A INPUT -p tcp --dport 3306 -j ACCEPT\n';

  it.each([
    ['docker-entrypoint.sh', OPENS],
    ['rootfs/etc/cont-init.d/50-firewall.sh', OPENS],
    ['.github/workflows/a.yml', `on: push\njobs:\n  a:\n    steps:\n      - run: ${OPENS}`],
    ['Dockerfile', `FROM debian:12.1\nRUN ${OPENS}`],
  ])('%s', (name, text) => expect(rulesIn(name, text)).toEqual([]));

  it('a script that an image takes in', () => {
    const image = (word: string) => ({ 'file:///w/Dockerfile': `FROM debian:12.1\nCOPY ${word} /\n` });
    expect(rulesIn('setup.sh', OPENS, 'mlps3', image('setup.sh'))).toEqual([]);
    expect(rulesIn('setup.sh', OPENS, 'mlps3', image('other.sh'))).toEqual(['NET-002', 'NET-005', 'NET-006']);
  });
});

it('offers no order and no drop that would only hide the other rule', () => {
  const fixesOf = (text: string) =>
    lint(
      { uri: 'file:///w/a.sh', text },
      { files: { text: () => null }, locale: 'en', profile: 'mlps3', today: '2026-11-29' },
    )
      .findings.filter(({ rule }) => rule === 'MLPS-NET-005')
      .map(({ fixes }) => fixes.length);
  const rule = 'iptables -A INPUT -p tcp --dport 8080';
  expect(fixesOf(`${rule} -j ACCEPT\n`)).toEqual([0]);
  expect(fixesOf(`${rule} -j ACCEPT\n${rule} -j DROP\n`)).toEqual([0]);
  expect(fixesOf(`${rule} -s 10.0.0.1 -j ACCEPT\n`)).toEqual([1]);
});

describe('in recommended', () => {
  it.each([
    // Routers, VPNs and what administrators need.
    ['a.sh', 'iptables -A FORWARD -i wg0 -j ACCEPT\niptables -t nat -A POSTROUTING -o eth0 -j MASQUERADE\n', []],
    ['a.sh', 'ufw allow OpenSSH\nufw allow 8080\nufw enable\n', []],
    ['a.sh', 'firewall-cmd --permanent --add-service=samba\n', []],
    ['a.sh', 'iptables -A INPUT -p tcp --dport 1024:65535 -j ACCEPT\n', []],
    ['tests/a.sh', 'ufw allow 3306\n', []],
    ['a.sh', 'ufw allow 3306\n', ['NET-002']],
    ['README.md', '```sh\nufw allow 3306\n```\n', []],
    ['a.sh', 'ufw allow from 10.0.0.0/8 to any port 3306\n', []],
    ['a.sh', 'iptables -A INPUT -i docker0 -p tcp --dport 3306 -j ACCEPT\n', []],
    ['a.sh', 'if a; then iptables -A INPUT -p tcp --dport 6379 -j ACCEPT; fi\n', ['NET-002']],
  ])('%s %j', (name, text, rules) => expect(rulesIn(name, text, 'recommended')).toEqual(rules));
});

it.each([
  [
    'what branches and functions set, in no order',
    'f() { iptables -A INPUT -j DROP; }\niptables -A INPUT -s 10.0.0.1 -p tcp --dport 1 -j ACCEPT\nf\n',
  ],
  ['rules that another file may add', '. ./more.sh\niptables -A INPUT -s 10.0.0.1 -p tcp --dport 1 -j ACCEPT\n'],
  ['what is not known', 'iptables -A INPUT -s 10.0.0.1 -p tcp --dport 1 -j ACCEPT\niptables -A INPUT -j $REST\n'],
  [
    'drops of floods',
    'iptables -P INPUT DROP\niptables -A INPUT -m recent --update -j DROP\niptables -A INPUT -s 10.0.0.1 -p tcp --dport 1 -j ACCEPT\n',
  ],
])('is silent of %s', (_, text) => expect(rulesIn('a.sh', text)).toEqual([]));
