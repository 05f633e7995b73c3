/** Firewalls as files: saved rules of iptables, nftables, firewalld. What `nft -c` accepts was tried with 1.0.6. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allSaid, type FirewallKind, readFirewalls } from './firewallKit';

describe('saved rules', () => {
  it('by table, counters in front, places without them', () => {
    const text =
      '*nat\n-A PREROUTING -p tcp --dport 1 -j ACCEPT\nCOMMIT\n*filter\n:INPUT DROP [0:0]\n[1:2] -A INPUT -p udp --dport 53 -j ACCEPT\r\nCOMMIT\n';
    const { chains } = readFirewalls('iptables', text)[0]!;
    const [input] = chains.filter(({ hook }) => hook === 'input');
    const { place } = input!.rules[0]!;
    expect(text.slice(place.start, place.end)).toBe('-A INPUT -p udp --dport 53 -j ACCEPT');
    expect(text.slice(input!.policy!.place.start, input!.policy!.place.end)).toBe(':INPUT DROP [0:0]');
    expect([input!.rules.length, input!.policy!.verdict]).toEqual([1, 'drop']);
  });

  it('are of IPv6 by their name', () => {
    const family = (name: string) =>
      readFirewalls('iptables', '*filter\n-A INPUT -j DROP\n', `file:///w/${name}`)[0]!.chains[0]!.family;
    expect(['rules.v4', 'rules.v6', 'ip6tables.rules', 'ip6tables', 'user6.rules', 'user.rules'].map(family)).toEqual([
      ...['ipv4', 'ipv6', 'ipv6', 'ipv6', 'ipv6', 'ipv4'],
    ]);
  });

  it('of ufw stand in chains of its own', () => {
    expect(
      allSaid('iptables', '*filter\n:ufw-user-input - [0:0]\n-A ufw-user-input -p tcp --dport 22 -j ACCEPT\nCOMMIT\n'),
    ).toEqual(['input tcp 22-22 accept']);
  });
});

describe('nftables', () => {
  const inChain = (lines: string) =>
    allSaid(
      'nftables',
      `table inet t {\n chain i {\n type filter hook input priority 0; policy drop;\n${lines}\n}\n}\n`,
    );

  it.each([
    ['tcp dport 22 accept', 'input tcp 22-22 accept'],
    [
      'tcp dport { 22, 8000-8010 } ct state new counter packets 0 bytes 0 accept comment "a; b"',
      'input tcp 22-22,8000-8010 new accept',
    ],
    [
      'ip saddr { 10.0.0.0/8, 192.168.0.0/16 } tcp dport ssh accept',
      'input ipv4 tcp 22-22 10.0.0.0/8,192.168.0.0/16 accept',
    ],
    ['ip6 saddr != fc00::/7 drop', 'input ipv6 - * !fc00::/7 drop'],
    ['ip saddr 0.0.0.0/0 tcp dport 80 accept', 'input ipv4 tcp 80-80 accept'],
    ['ip saddr @friends accept', 'input ipv4 - * ? accept'],
    ['tcp dport $PORTS accept', 'input tcp ? accept'],
    ['meta iifname "lo" accept', 'input - * @lo accept'],
    ['ct state established,related accept', 'input - * established,related accept'],
    ['ct state { established, related } accept', 'input - * established,related accept'],
    ['ct state vmap { established : accept, invalid: drop }', 'input - * established,invalid unknown'],
    ['tcp dport vmap { 22 : accept, 80 : jump web }', 'input tcp 22-22,80-80 unknown'],
    ['meta l4proto { tcp, udp } th dport 53 accept', 'input - 53-53 accept'],
    ['ip protocol icmp limit rate 4/second burst 5 packets accept', 'input ipv4 icmp * limited accept'],
    ['icmp type echo-request accept', 'input icmp * partial accept'],
    ['ct original proto-dst 8080 drop', 'input - 8080-8080 drop'],
    ['tcp dport != 22 drop', 'input tcp ? drop'],
    ['tcp sport 53 accept', 'input tcp * partial accept'],
    ['log prefix "x " flags all counter', 'input - * none'],
    ['reject with icmpx type admin-prohibited', 'input - * drop'],
    ['ip saddr . tcp dport { 10.0.0.1 . 22 } accept', 'input ipv4 tcp ? ? partial accept'],
    ['jump elsewhere', 'input - * unknown'],
  ])('%s', (line, rule) => expect(inChain(line)).toEqual([rule]));

  it('fills in definitions and named sets that stand still', () => {
    const text = `define WEB = { 80, 443 }
table inet t {
  set admin { type ipv4_addr; flags interval; elements = { 10.0.0.0/8 } }
  set found { type ipv4_addr; flags dynamic; elements = { 10.1.1.1 } }
  chain own { ip saddr @admin accept; ip saddr @found drop }
  chain i {
    type filter hook input priority filter; policy drop
    tcp dport $WEB accept
    tcp dport 22 jump own
  }
}
insert rule inet t i udp dport 1 drop
`;
    expect(allSaid('nftables', text)).toEqual([
      'input udp 1-1 drop',
      'input tcp 80-80,443-443 accept',
      'input ipv4 tcp 22-22 10.0.0.0/8 accept',
      'input ipv4 tcp 22-22 ? drop',
    ]);
  });

  it('begins anew where the ruleset is flushed, and judges no bridge', () => {
    const chain = 'chain i { type filter hook input priority 0; tcp dport 1 accept; }';
    expect(allSaid('nftables', `table ip a { ${chain} }\nflush ruleset\ntable bridge b { ${chain} }\n`)).toEqual([]);
  });
});

describe('firewalld', () => {
  it('zones: services, ports, rich rules, target', () => {
    const text = `<?xml version="1.0"?>
<!-- <port port="1" protocol="tcp"/> -->
<zone target="DROP">
  <service name="ssh"/>
  <port protocol="tcp" port="8080"/>
  <rule family="ipv4"><source address="10.0.0.0/8" invert="True"/><port port="9000" protocol="tcp"/><drop/></rule>
  <rule><service name="redis"/><accept/></rule>
</zone>`;
    const { policy, rules } = readFirewalls('firewalld', text, 'file:///w/zones/public.xml')[0]!.chains[0]!;
    expect([policy!.verdict, text.slice(policy!.place.start, policy!.place.end)]).toEqual(['drop', 'DROP']);
    expect(text.slice(rules[0]!.place.start, rules[0]!.place.end)).toMatch(/^<rule family.*<\/rule>$/);
    expect(allSaid('firewalld', text, 'file:///w/zones/public.xml')).toEqual([
      'input ipv4 tcp 9000-9000 !10.0.0.0/8 drop',
      'input tcp 22-22 accept',
      'input tcp 8080-8080 accept',
      'input tcp 6379-6379 accept',
    ]);
  });

  it('direct rules are those of iptables', () => {
    const text =
      '<direct><rule ipv="ipv4" table="filter" chain="INPUT" priority="1">-p tcp --dport 80 -j DROP</rule>\n<rule priority="0" ipv="ipv4" table="filter" chain="INPUT">-s 10.0.0.1 -j ACCEPT</rule></direct>';
    expect(allSaid('firewalld', text)).toEqual(['input - * 10.0.0.1 accept', 'input tcp 80-80 drop']);
  });
});

const words = fc.constantFrom(
  ...[
    'iptables',
    'ufw',
    'firewall-cmd',
    'nft',
    '-A',
    'INPUT',
    '--dport',
    '80',
    '-j',
    'DROP',
    '-s',
    "'",
    '\\',
    '\n',
    ';',
  ],
  ...[
    '*filter',
    ':INPUT DROP',
    '[1:2]',
    '=',
    '--add-rich-rule',
    'rule port port="8"',
    'deny',
    'from',
    '--direct',
    '--add-rule',
  ],
  ...[
    'table inet t',
    '{',
    '}',
    'chain i',
    'type filter hook input',
    'policy drop',
    'tcp dport',
    '$A',
    '@a',
    'vmap',
    ':',
    ',',
  ],
  ...[
    '<zone',
    'target="',
    '"',
    '/>',
    '<rule>',
    '</rule>',
    '<!--',
    '-->',
    '<port port="1"',
    '<direct>',
    '\ufeff',
    '😀',
    '\0',
    '#',
  ],
);

it('are read out of any text, within it', () => {
  const kinds = fc.constantFrom<FirewallKind>('shell', 'iptables', 'nftables', 'firewalld');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), fc.constantFrom(' ', '\n', ''), kinds, (parts, between, kind) => {
      const text = parts.join(between);
      for (const { chains } of readFirewalls(kind, text))
        for (const { policy, rules } of chains)
          for (const { start, end } of [...rules.map(({ place }) => place), ...(policy ? [policy.place] : [])]) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(text.length);
          }
    }),
    { numRuns: 500 },
  );
});

it.each<[FirewallKind, string, string]>([
  ['iptables', '*filter\n', '-A INPUT -p tcp --dport 80 -j ACCEPT\n'],
  ['nftables', 'table inet t {\nchain i {\ntype filter hook input priority 0;\n', 'tcp dport { 80, 443 } accept\n'],
  ['nftables', '', '{ } define a = { $a'],
  ['firewalld', '<zone>\n', '<rule><port port="80" protocol="tcp"/><accept/></rule>\n'],
  ['firewalld', '<zone>\n', '<!-- <a b='],
  ['shell', '', 'firewall-cmd --add-port=80/tcp\n'],
])('%s is read with as many rules for ten times the text, at most', (kind, head, line) => {
  const count = (times: number) => allSaid(kind, head + line.repeat(times)).length;
  expect(count(1000)).toBeLessThanOrEqual(Math.max(1, count(100)) * 10);
});

it('begin with a byte order mark where an editor of Windows wrote them', () => {
  expect(allSaid('iptables', '\ufeff*nat\n:INPUT DROP\n-A INPUT -p tcp --dport 22 -j ACCEPT\n')).toEqual([
    'input tcp 22-22 accept',
  ]);
  expect(readFirewalls('iptables', '\ufeff*nat\n:INPUT DROP\n')[0]!.chains[0]!.table).toBe('nat');
});
