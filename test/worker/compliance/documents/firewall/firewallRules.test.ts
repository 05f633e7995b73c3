/** Firewall rules in the words of each tool. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FirewallRule } from '../../../../../src/worker/compliance/documents/firewall/firewallRule';
import { fileKindOf } from '../../../../../src/worker/compliance/kinds/index';

const NO_FILES = { text: () => null };
const read = (kind: 'shell' | 'iptables', text: string): FirewallRule[] =>
  (fileKindOf[kind].read({ uri: 'u', text }, NO_FILES).firewall ?? []) as FirewallRule[];
const said = ({ chain, protocol, ports, originalPorts, verdict, hasSource }: FirewallRule) =>
  [
    chain,
    protocol ?? '-',
    [...ports, ...originalPorts].map(({ first, last }) => `${first}-${last}`).join(),
    verdict,
    hasSource,
  ].join(' ');

describe('firewall rules', () => {
  it.each([
    ['iptables -A INPUT -p tcp --dport 8080 -j DROP', 'INPUT tcp 8080-8080 drop false'],
    [
      'sudo /usr/sbin/ip6tables --insert INPUT 1 --protocol=tcp --dport=8000:8010 --source 10.0.0.0/8 --jump ACCEPT',
      'INPUT tcp 8000-8010 accept true',
    ],
    [
      'iptables -I INPUT -p tcp -m multiport --dports 80,443 -m set --match-set bad src -j REJECT',
      'INPUT tcp 80-80,443-443 drop true',
    ],
    [
      'iptables -I DOCKER-USER -m conntrack --ctorigdstport 8080 ! -s 10.1.1.1 -j DROP',
      'DOCKER-USER - 8080-8080 drop true',
    ],
    ['ufw allow 22', 'INPUT - 22-22 accept false'],
    ['ufw --force insert 1 deny proto tcp from 10.0.0.0/8 to any port 8080', 'INPUT tcp 8080-8080 drop true'],
    ['ufw limit 8080/tcp', 'INPUT tcp 8080-8080 accept true'],
    ['ufw route deny to any port 80', 'FORWARD - 80-80 drop false'],
    [
      `firewall-cmd --permanent --add-rich-rule='rule family="ipv4" source address="10.1.1.1" port port="8080" protocol="tcp" accept'`,
      'INPUT tcp 8080-8080 accept true',
    ],
    [`firewall-cmd --add-rich-rule 'rule port protocol="tcp" port="8080" drop'`, 'INPUT tcp 8080-8080 drop false'],
    [
      `firewall-cmd --policy dockerIn --add-rich-rule='rule port port="80" protocol="tcp" drop'`,
      'DOCKER-USER tcp 80-80 drop false',
    ],
    [
      'firewall-cmd --direct --add-rule ipv4 filter DOCKER-USER 0 -p tcp --dport 80 -j DROP',
      'DOCKER-USER tcp 80-80 drop false',
    ],
  ])('%s', (line, rule) => {
    expect(read('shell', line).map(said)).toEqual([rule]);
  });

  it.each([
    'iptables -D INPUT -p tcp --dport 80 -j DROP',
    'iptables -t nat -A PREROUTING -p tcp --dport 80 -j REDIRECT',
    'iptables -A INPUT -i lo -j ACCEPT',
    'iptables -P INPUT DROP',
    'iptables-save',
    'ufw delete allow 22',
    'ufw deny out 25',
    'ufw enable',
    'firewall-cmd --add-port=8080/tcp',
    'echo iptables -A INPUT -j DROP',
  ])('%s restricts nothing that comes in', (line) => {
    expect(read('shell', line)).toEqual([]);
  });

  it('of a saved file: by table, counters in front, places without them', () => {
    const text =
      '*nat\n-A PREROUTING -p tcp --dport 1 -j ACCEPT\nCOMMIT\n*filter\n:INPUT DROP [0:0]\n[1:2] -A INPUT -p udp --dport 53 -j ACCEPT\r\nCOMMIT\n';
    const [rule, ...rest] = read('iptables', text);
    expect([said(rule!), rest]).toEqual(['INPUT udp 53-53 accept false', []]);
    expect(text.slice(rule!.place.start, rule!.place.end)).toBe('-A INPUT -p udp --dport 53 -j ACCEPT');
  });

  it('are read out of any text, within it', () => {
    const words = fc.constantFrom(
      'iptables',
      'ufw',
      'firewall-cmd',
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
      '*filter',
      '[1:2]',
      '=',
      '--add-rich-rule',
      'rule port port="8"',
      'deny',
      'from',
      '--direct',
      '--add-rule',
    );
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 30 }),
        fc.constantFrom('shell' as const, 'iptables' as const),
        (parts, kind) => {
          const text = parts.join(' ');
          for (const { place } of read(kind, text)) {
            expect(place.start).toBeLessThan(place.end);
            expect(place.end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
