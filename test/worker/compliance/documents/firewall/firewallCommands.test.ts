/** Firewall rules in the words of each tool, and what commands leave in the chains. */
import { describe, expect, it } from 'vitest';
import { allSaid, readFirewalls } from './firewallKit';

const read = (text: string) => allSaid('shell', text);

describe('one command', () => {
  it.each([
    ['iptables -A INPUT -p tcp --dport 8080 -j DROP', 'input tcp 8080-8080 drop'],
    [
      'sudo /usr/sbin/ip6tables --insert INPUT 1 --protocol=tcp --dport=8000:8010 --source fc00::/7 --jump ACCEPT',
      'input tcp 8000-8010 fc00::/7 accept',
    ],
    [
      'iptables -I INPUT -p tcp -m multiport --dports 80,443 -m set --match-set bad src -j REJECT',
      'input tcp 80-80,443-443 ? drop',
    ],
    [
      'iptables -I DOCKER-USER -m conntrack --ctorigdstport 8080 ! -s 10.1.1.1 -j DROP',
      'docker-user - 8080-8080 !10.1.1.1 drop',
    ],
    ['iptables -A INPUT -s ! 10.1.1.1 -p tcp --dport ssh -j DROP', 'input tcp 22-22 !10.1.1.1 drop'],
    ['iptables -A INPUT -i lo -j ACCEPT', 'input - * @lo accept'],
    ['iptables -A INPUT -p tcp --dport 80 -j ACCEPT -- --=', 'input tcp 80-80 accept'],
    ['iptables -A INPUT -s 0.0.0.0/0 -p tcp --dport 80 -j ACCEPT', 'input tcp 80-80 accept'],
    ['iptables -A INPUT -m state --state NEW -p tcp --dport "$PORT" -j ACCEPT', 'input tcp ? new accept'],
    ['iptables -A INPUT -m limit --limit 3/min -j LOG --log-prefix "no: "', 'input - * limited none'],
    ['iptables -A INPUT -m recent --rcheck -p tcp --dport 22 -j ACCEPT', 'input tcp 22-22 ? limited accept'],
    ['iptables -A INPUT -p icmp --icmp-type 8 -j ACCEPT', 'input icmp * partial accept'],
    ['iptables -A INPUT -j MINE', 'input - * unknown'],
    ['iptables -A INPUT -j $TARGET', 'input - * unknown'],
    ['ufw allow 22', 'input - 22-22 accept'],
    ['ufw allow OpenSSH', 'input tcp 22-22 accept'],
    ["ufw allow in on eth0 to any port 80,443 proto tcp comment 'the site'", 'input tcp 80-80,443-443 @eth0 accept'],
    ['ufw --force insert 1 deny proto tcp from 10.0.0.0/8 to any port 8080', 'input tcp 8080-8080 10.0.0.0/8 drop'],
    ['ufw limit 8080/tcp', 'input tcp 8080-8080 limited accept'],
    ['ufw allow from any port 53', 'input - * partial accept'],
    ['ufw route deny to any port 80', 'forward - 80-80 drop'],
    ['ufw deny out 25', 'output - 25-25 drop'],
    [
      `firewall-cmd --permanent --add-rich-rule='rule family="ipv4" source address="10.1.1.1" port port="8080" protocol="tcp" accept'`,
      'input ipv4 tcp 8080-8080 10.1.1.1 accept',
    ],
    [`firewall-cmd --add-rich-rule 'rule port protocol="tcp" port="8080" drop'`, 'input tcp 8080-8080 drop'],
    [
      `firewall-cmd --add-rich-rule 'rule source NOT address=10.1.1.1 service name=ssh reject'`,
      'input tcp 22-22 !10.1.1.1 drop',
    ],
    [
      `firewall-cmd --add-rich-rule "rule source address=$IP port port=80 protocol=tcp accept"`,
      'input tcp 80-80 ? accept',
    ],
    [`firewall-cmd --add-rich-rule "$RULE"`, 'input - * unknown'],
    ['firewall-cmd --add-port=8080-8081/tcp', 'input tcp 8080-8081 accept'],
    ['firewall-cmd --zone public --add-service https', 'input tcp 443-443 accept'],
    ['firewall-cmd --zone=internal --add-service=ssh', 'input tcp 22-22 partial accept'],
    ['firewall-cmd --zone=ours --add-source=10.0.0.0/8 --add-port=80/tcp', 'input tcp 80-80 ? accept'],
    [
      `firewall-cmd --policy dockerIn --add-rich-rule='rule port port="80" protocol="tcp" drop'`,
      'docker-user tcp 80-80 drop',
    ],
    [
      'firewall-cmd --direct --add-rule ipv4 filter DOCKER-USER 0 -p tcp --dport 80 -j DROP',
      'docker-user tcp 80-80 drop',
    ],
  ])('%s', (line, rule) => expect(read(line)).toEqual([rule]));

  it.each([
    'iptables -D INPUT -p tcp --dport 80 -j DROP',
    'iptables -t nat -A POSTROUTING -o eth0 -j MASQUERADE',
    'iptables -P INPUT DROP',
    'iptables -L -n',
    'firewall-cmd --permanent --add-port=3306',
    'iptables-save',
    'ufw delete allow 22',
    'ufw enable',
    'ufw status verbose',
    'firewall-cmd --reload',
    'firewall-cmd --remove-port=8080/tcp',
    'echo iptables -A INPUT -j DROP',
    'nft list ruleset',
  ])('%s leaves no rule', (line) => expect(read(line)).toEqual([]));
});

describe('several', () => {
  const policies = (text: string) =>
    readFirewalls('shell', text).flatMap(({ chains }) =>
      chains.flatMap(({ name, policy }) => (policy ? [`${name} ${policy.verdict}`] : [])),
    );

  it('count in the order in which they are asked', () => {
    expect(
      read(
        [
          'iptables -A INPUT -p tcp --dport 1 -j ACCEPT',
          'iptables -I INPUT -p tcp --dport 2 -j ACCEPT',
          'iptables -I INPUT 2 -p tcp --dport 3 -j ACCEPT',
          'iptables -D INPUT -p tcp --dport 1 -j ACCEPT',
        ].join('\n'),
      ),
    ).toEqual(['input tcp 2-2 accept', 'input tcp 3-3 accept']);
    expect(read('iptables -A INPUT -j DROP\niptables -F\niptables -A INPUT -j ACCEPT\n')).toEqual(['input - * accept']);
    expect(read('iptables -A INPUT -j DROP\niptables -D INPUT 1\n')).toEqual([]);
  });

  it('go through chains of their own, for what the jump lets through', () => {
    expect(
      read(
        [
          'iptables -N WEB',
          'iptables -A WEB -s 10.0.0.0/8 -j ACCEPT',
          'iptables -A WEB -i eth1 -j RETURN',
          'iptables -A WEB -j DROP',
          'iptables -A INPUT -p tcp --dport 80 -j WEB',
          'iptables -A INPUT -j DOCKER',
        ].join('\n'),
      ),
    ).toEqual(['input tcp 80-80 10.0.0.0/8 accept', 'input tcp 80-80 partial drop']);
  });

  it('of a branch may not run: it takes nothing away and opens nothing', () => {
    const text =
      'iptables -P INPUT DROP\niptables -A INPUT -j DROP\nif [ "$1" = stop ]; then iptables -P INPUT ACCEPT; iptables -F; fi\n';
    expect([read(text), policies(text)]).toEqual([['input - * drop'], ['INPUT drop']]);
  });

  it('set what becomes of the rest', () => {
    expect(policies('ufw default deny incoming\nufw default allow outgoing\n')).toEqual([
      'INPUT drop',
      'OUTPUT accept',
    ]);
    expect(policies('firewall-cmd --zone=public --set-target=DROP --permanent\n')).toEqual([' drop']);
  });

  it('of a zone deny before they allow, unless a priority says else', () => {
    const rich = (rule: string) => `firewall-cmd --add-rich-rule='rule ${rule}'\n`;
    expect(
      read(
        `${rich('port port=80 protocol=tcp accept')}${rich('port port=80 protocol=tcp drop')}${rich(
          'priority=-5 port port=81 protocol=tcp accept',
        )}`,
      ),
    ).toEqual(['input tcp 81-81 accept', 'input tcp 80-80 drop', 'input tcp 80-80 accept']);
  });

  it('may load what stands elsewhere', () => {
    const isOpen = (text: string) => readFirewalls('shell', text)[0]!.isOpenEnded;
    expect(isOpen('iptables -F\niptables-restore < rules.v4')).toBe(true);
    expect(isOpen('. ./more.sh\niptables -F')).toBe(true);
    expect(isOpen('nft -f /etc/nftables.conf')).toBe(true);
    expect(isOpen('iptables -F')).toBe(false);
  });

  it('of nft are those of its files', () => {
    const line = 'ip saddr 10.0.0.0/8 tcp dport { 22, 80 } accept';
    const chain = 'chain input { type filter hook input priority 0; policy drop; ';
    const file = `table inet a { ${chain} ${line} } }`;
    const rule = 'input ipv4 tcp 22-22,80-80 10.0.0.0/8 accept';
    expect(allSaid('nftables', file)).toEqual([rule]);
    expect(read(`nft -f - <<'EOF'\n${file}\nEOF\n`)).toEqual([rule]);
    expect(
      read(
        `nft add table inet a\nnft 'add chain inet a input { type filter hook input priority 0; policy drop; }'\nnft add rule inet a input ${line.replace(/[{}]/g, '\\$&')}\n`,
      ),
    ).toEqual([rule]);
  });
});
