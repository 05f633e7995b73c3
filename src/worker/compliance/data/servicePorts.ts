/** Ports by the names that firewall tools take for them: services(5), firewalld's and ufw's. */
import type { PortRange } from '../model/container';

type Protocol = 'tcp' | 'udp' | undefined;
export type ServicePort = PortRange & { protocol: Protocol };

/** `ports/protocol`; without a protocol: both. */
const TABLE: Readonly<Record<string, string>> = {
  'ftp-data': '20/tcp',
  ftp: '21/tcp',
  ssh: '22/tcp',
  openssh: '22/tcp',
  telnet: '23/tcp',
  smtp: '25/tcp',
  domain: '53',
  dns: '53',
  tftp: '69/udp',
  http: '80/tcp',
  www: '80/tcp',
  'www-http': '80/tcp',
  pop3: '110/tcp',
  sunrpc: '111',
  'rpc-bind': '111',
  ntp: '123/udp',
  'microsoft-ds': '445/tcp',
  'netbios-ns': '137/udp',
  'netbios-dgm': '138/udp',
  'netbios-ssn': '139/tcp',
  imap: '143/tcp',
  imap2: '143/tcp',
  snmp: '161/udp',
  ldap: '389/tcp',
  https: '443/tcp',
  http3: '443/udp',
  smtps: '465/tcp',
  syslog: '514/udp',
  submission: '587/tcp',
  ldaps: '636/tcp',
  rsync: '873/tcp',
  rsyncd: '873/tcp',
  imaps: '993/tcp',
  pop3s: '995/tcp',
  openvpn: '1194/udp',
  'ms-sql-s': '1433/tcp',
  mssql: '1433/tcp',
  nfs: '2049/tcp',
  nfs3: '2049',
  docker: '2375/tcp',
  'docker-registry': '5000/tcp',
  'docker-swarm': '2377/tcp 7946 4789/udp',
  'etcd-client': '2379/tcp',
  'etcd-server': '2380/tcp',
  mysql: '3306/tcp',
  'ms-wbt-server': '3389/tcp',
  rdp: '3389/tcp',
  postgres: '5432/tcp',
  postgresql: '5432/tcp',
  'vnc-server': '5900-5903/tcp',
  vnc: '5900/tcp',
  redis: '6379/tcp',
  'redis-sentinel': '26379/tcp',
  'http-alt': '8080/tcp',
  cockpit: '9090/tcp',
  prometheus: '9090/tcp',
  elasticsearch: '9200/tcp 9300/tcp',
  memcache: '11211',
  memcached: '11211',
  mongodb: '27017/tcp',
  wireguard: '51820/udp',
  samba: '137/udp 138/udp 139/tcp 445/tcp',
  apache: '80/tcp',
  'apache full': '80/tcp 443/tcp',
  'apache secure': '443/tcp',
  'nginx full': '80/tcp 443/tcp',
  'nginx http': '80/tcp',
  'nginx https': '443/tcp',
  'nginx quic': '443/udp',
  'www full': '80/tcp 443/tcp',
  'www secure': '443/tcp',
};

/** Undefined where the name is not in the table. */
export function portsOfService(name: string): ServicePort[] | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(TABLE, key)
    ? TABLE[key]!.split(' ').map((each) => {
        const [, first, last, protocol] = /^(\d+)(?:-(\d+))?(?:\/(\w+))?$/.exec(each)!;
        return { first: Number(first), last: Number(last ?? first), protocol: protocol as Protocol };
      })
    : undefined;
}
