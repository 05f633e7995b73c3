/**
 * Files of one workspace that rules hold against each other, by their size: of both the fourfold may
 * take little more than four times as long.
 */
import { many } from './many';

type Tree = Readonly<Record<string, string>>;

const services = (size: number, lines: (i: number) => string): string =>
  `services:\n${many(size, (i) => `  a${i}:\n    image: x:1\n${lines(i)}`)}`;
const published = (size: number) => services(size, (i) => `    ports: ["${10_000 + i}:80"]\n`);
const uploads = (size: number) => services(size, (i) => `    volumes: ["/srv/uploads${i}:/data/uploads${i}"]\n`);

/** What is judged is the last file. */
export const grownTrees: [subject: string, size: number, make: (size: number) => Tree][] = [
  [
    'published ports and rules of a firewall',
    300,
    (size) => ({
      'compose.yaml': published(size),
      'firewall.sh': many(size, (i) => `iptables -A INPUT -p tcp --dport ${10_000 + i} -s 10.0.0.1 -j ACCEPT\n`),
    }),
  ],
  [
    'published ports and rules that they pass',
    300,
    (size) => ({
      'compose.yaml': published(size),
      'firewall.sh': `iptables -A INPUT -p tcp --dport 1:65535 -j DROP\n${many(size, (i) => `iptables -A DOCKER-USER -p tcp -m conntrack --ctorigdstport ${30_000 + i} -j DROP\n`)}`,
    }),
  ],
  [
    'services and the Dockerfile that they are built from',
    75,
    (size) => ({
      Dockerfile: `FROM python:3.12\n${many(size * 4, (i) => `COPY a${i}.py /app/\n`)}CMD ["python", "app.py"]\n`,
      'compose.yaml': `services:\n${many(size, (i) => `  a${i}: {build: ., ports: ["${10_000 + i}:80"]}\n`)}`,
    }),
  ],
  [
    'services and the stages that they are built from',
    75,
    (size) => ({
      Dockerfile: many(size, (i) => `FROM alpine:3.20 AS s${i}\nENV A=${i}\nUSER $A\n`),
      'compose.yaml': `services:\n${many(size, (i) => `  a${i}: {build: {context: ., target: s${i}}}\n`)}`,
    }),
  ],
  [
    'backups of one script',
    400,
    (size) => ({ 'backup.sh': many(size, (i) => `pg_dump d${i} > /backup/x${i}\nrsync -a /srv/x${i} h:/x\n`) }),
  ],
  [
    'uploads and jobs that remove files',
    300,
    (size) => ({ 'clean.sh': many(size, (i) => `rm -rf /x/${i}\n`), 'compose.yaml': uploads(size) }),
  ],
  [
    'uploads and jobs that remove them',
    300,
    (size) => ({
      'compose.yaml': uploads(size),
      crontab: many(size, (i) => `0 2 * * * find /x/uploads${i} -type f -mtime +6 -delete\n`),
    }),
  ],
  [
    'applications and proxies of other networks',
    120,
    (size) => ({
      'compose.yaml': `services:\n${many(size, (i) => `  a${i}: {image: x:1, networks: [n${i}], ports: ["${10_000 + i}:80"]}\n  p${i}: {image: nginx:1, networks: [m${i}]}\n`)}`,
    }),
  ],
];
