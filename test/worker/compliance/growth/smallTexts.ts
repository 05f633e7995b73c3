/** Small texts that took minutes, or ended the check, when anything grew faster than the text. */
import { many } from './many';

export const smallTexts: [subject: string, name: string, text: string, env?: string][] = [
  [
    'a variable that doubles, as ARG',
    'Dockerfile',
    `ARG A0=abcdefgh\n${many(60, (i) => `ARG A${i + 1}=\${A${i}}\${A${i}}\n`)}FROM $A60\n`,
  ],
  [
    'a variable that doubles, as ENV',
    'Dockerfile',
    `FROM alpine\nENV A0=abcdefgh\n${many(60, (i) => `ENV A${i + 1}=\${A${i}}\${A${i}}\n`)}RUN apk add $A60\n`,
  ],
  [
    'a variable that doubles, in a shell',
    'run.sh',
    `A0=abcdefgh\n${many(60, (i) => `A${i + 1}="$A${i}$A${i}"\n`)}docker run $A60\n`,
  ],
  ['ONBUILD behind ONBUILD', 'Dockerfile', `FROM alpine\n${'ONBUILD '.repeat(20_000)}RUN x\n`],
  [
    'services that merge each other',
    'compose.yaml',
    `services:\n  a0: &a0 {image: x}\n${many(1000, (i) => `  a${i + 1}: &a${i + 1}\n    <<: *a${i}\n`)}`,
  ],
  [
    'services of one anchor',
    'compose.yaml',
    `x-a: &a {image: nginx}\nservices:\n${many(4000, (i) => `  a${i}: *a\n`)}`,
  ],
  ['a file of one line', 'compose.yaml', `services: {${many(4000, (i) => `s${i}: {image: nginx}, `)}}\n`],
  ['jobs that clear uploads', 'crontab', many(10_000, (i) => `0 2 * * * find uploads/${i} -mtime +7 -delete\n`)],
  [
    'aliases of aliases in the settings of an agent',
    'filebeat.yml',
    `a0: &a0 {v: 1}\n${many(40, (i) => `a${i + 1}: &a${i + 1} {x: *a${i}, y: *a${i}}\n`)}`,
  ],
  [
    'aliases of aliases in the settings of a proxy',
    'traefik.yml',
    `entryPoints:\n  a0: &a0 {v: 1}\n${many(15, (i) => `  a${i + 1}: &a${i + 1} {${many(8, (k) => `k${k}: *a${i}, `)}}\n`)}`,
  ],
  [
    'lists of aliases in the settings of a proxy',
    'traefik.yml',
    `entryPoints:\n  a0: &a0 []\n${many(15, (i) => `  a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(8)}]\n`)}`,
  ],
  [
    'commands within commands of a firewall',
    'firewall.sh',
    `iptables -P INPUT DROP\n${"sh -c 'iptables -L'\n".repeat(10_000)}`,
  ],
  ['options of one command', 'run.sh', `docker run ${'-e A=b '.repeat(20_000)}nginx\n`],
  [
    'secrets of one command',
    'run.sh',
    `docker run ${many(4000, (i) => `-e PASSWORD${i}=hunter22 -p ${i}:22 `)}nginx\n`,
  ],
  ['run lines of a script', 'run.sh', many(10_000, (i) => `echo x\ndocker run -d --name a${i} nginx:1.29\n`)],
  ['fences', 'README.md', '```sh\ndocker run nginx\n```\n'.repeat(4000)],
  ['stages', 'Dockerfile', many(8000, (i) => `FROM alpine AS s${i}\nCOPY --from=s${i - 1} /a /b\n`)],
  [
    'comments that suppress',
    'Dockerfile',
    `FROM alpine\n${'# mlps-lint disable MLPS-BLD-005\nRUN sudo ls\n'.repeat(5000)}`,
  ],
  [
    'a heap of such comments',
    'Dockerfile',
    `FROM alpine\n${'# mlps-lint disable-next-line MLPS-BLD-005\n'.repeat(20_000)}RUN sudo ls\n`,
  ],
  [
    'Match blocks of a server',
    'sshd_config',
    'Match User a\nPermitRootLogin yes\nPasswordAuthentication yes\n'.repeat(16_000),
  ],
  ['templates that end nowhere', 'templates/a.html', `{{ url_for('a') }}${'{{ a("b '.repeat(40_000)}`],
  ['blocks without escaping', 'templates/a.html', '{% autoescape false %}{{ a.tojson|safe }}'.repeat(8000)],
  [
    'brackets of a template',
    'templates/a.html',
    `{{ a|tojson }}{{ ${'('.repeat(100_000)}a${')|safe'.repeat(100_000)} }}`,
  ],
  [
    'forms and styles of a template',
    'templates/a.html',
    `{{ a|tojson }}${'<form method=post><style>/*<input '.repeat(8000)}`,
  ],
  ['conditions of a template', 'templates/a.html', '{% if a %}<a href="{{ url }}">{{ b|tojson }}'.repeat(8000)],
  ['documents of a compose file', 'compose.yaml', `services: {a: {image: a:1, cap_add: [X]}}\n---\n`.repeat(4000)],
  ['documents of a pipeline', '.drone.yml', `kind: pipeline\nsteps: [{image: a:1}]\n---\n`.repeat(4000)],
  ['blanks within a value', 'compose.yaml', `services:\n  a:\n    image: x\n    command: "a${' '.repeat(300_000)}b"\n`],
  ['scans of a crontab', 'crontab', many(20_000, (i) => `${i % 60} ${i % 24} * * 1 trivy image app:${i}\n`)],
  [
    'stages on each other',
    'Dockerfile',
    `FROM alpine AS s0\n${many(8000, (i) => `FROM s${i} AS s${i + 1}\nRUN echo $A${i}\n`)}`,
  ],
  [
    'a long value in thousands of commands',
    'Dockerfile',
    `FROM alpine\nENV A=${'a'.repeat(60_000)}\n${'RUN echo $A\n'.repeat(10_000)}`,
  ],
  [
    'variables of an env file',
    'compose.yaml',
    `services:\n${many(5000, (i) => `  s${i}: {image: "app:\${TAG${i}}", ports: ["\${PORT${i}}:80"], labels: {a: "\${A${i}}"}}\n`)}`,
    many(5000, (i) => `TAG${i}=1.0.${i}\nPORT${i}=${10_000 + i}\nA${i}=a-value-${i}\n`),
  ],
  ['blank lines in front of no rules of iptables', 'notes', '\n'.repeat(500)],
  ['comments in front of no rules of iptables', 'notes', '# a\r\n'.repeat(500)],
  [
    'chains that jump into each other',
    'rules.v4',
    `*filter\n:INPUT DROP [0:0]\n${many(400, () => '-A INPUT -j C0\n')}${many(6, (i) => `-A C${i} -j C${i + 1}\n`.repeat(400))}COMMIT\n`,
  ],
  [
    'long lists of ports that are added and taken away',
    'rules.sh',
    many(2400, (i) => `iptables -A INPUT -p tcp -m multiport --dports ${'80,'.repeat(90)}${i} -j ACCEPT\n`) +
      many(2400, (i) => `iptables -D INPUT -p tcp -m multiport --dports ${'80,'.repeat(90)}${2399 - i} -j ACCEPT\n`),
  ],
  [
    'ports of a zone that are opened and closed',
    'rules.sh',
    many(8000, (i) => `firewall-cmd --add-port=${i}/tcp\nfirewall-cmd --remove-port=${i + 9000}/tcp\n`),
  ],
  ['ports of a zone', 'rules.sh', many(20_000, (i) => `firewall-cmd --add-port=${i}/tcp\n`)],
  ['blanks within a value of a unit', 'a.timer', `[Timer]\nUnit=a${' '.repeat(9_900)}b\n`.repeat(10)],
  ['blanks within a name of fail2ban', 'jail.local', `[sshd]\na${' '.repeat(300_000)}b\n`],
  ['blanks within a value of fail2ban', 'jail.local', `[sshd]\na = b${' '.repeat(300_000)}c\n`],
  [
    'variables that nginx passes to',
    'nginx.conf',
    `http {\nserver {\n${many(14_000, (i) => `set $a${i} b${i};\n`)}${many(14_000, (i) => `location /${i} { proxy_pass http://$a${i}; }\n`)}}\n}\n`,
  ],
  [
    'upstreams of nginx',
    'nginx.conf',
    `http {\n${many(30_000, (i) => `upstream a${i} { server b${i}:80; }\n`)}server {\n${many(30_000, (i) => `location /${i} { proxy_pass http://a${i}; }\n`)}}\n}\n`,
  ],
  [
    'servers of one upstream',
    'nginx.conf',
    `http {\nupstream a {\n${many(8000, (i) => `server b${i}:80;\n`)}}\nserver {\n${many(8000, (i) => `location /${i} { proxy_pass http://a; }\n`)}}\n}\n`,
  ],
  [
    'headers that locations drop',
    'nginx.conf',
    `http {\nserver {\nlisten 443 ssl;\n${many(6000, (i) => `add_header X-Frame-Options a${i};\nproxy_set_header X-Real-IP a;\n`)}${many(6000, (i) => `location /${i} { add_header A b; proxy_set_header A b; proxy_pass http://a; }\n`)}}\n}\n`,
  ],
  [
    'plain servers beside maps',
    'nginx.conf',
    `http {\n${many(10_000, (i) => `map $http_a${i} $b${i} { a b; }\n`)}${many(10_000, (i) => `server { listen 80; server_name a${i}; root /a; }\n`)}}\n`,
  ],
  [
    'variables of one format',
    'nginx.conf',
    `http {\nserver { listen 80; }\nmap "${many(8000, (i) => `$c${i}`)}" $b { a b; }\nlog_format a '${'$b '.repeat(8000)}';\n}\n`,
  ],
  [
    'settings of Loki that keep too little',
    'loki.yaml',
    `limits_config:\n  retention_stream:\n${many(12_000, (i) => `    - selector: '{a="${i}"}'\n      period: 24h\n`)}schema_config: {}\n`,
  ],
  ['number signs of an object of rsyslog', 'rsyslog.conf', `action(${'#'.repeat(300)}\n# a`],
  ['number signs between parameters of rsyslog', 'rsyslog.conf', `action(type="omfwd" ${'#'.repeat(300)}\n= `],
  ['brackets behind a line of rsyslog', 'rsyslog.conf', `*.* a${'}'.repeat(300_000)}b\n`],
  ['blanks within a condition of rsyslog', 'rsyslog.conf', `if a${' '.repeat(300_000)}b then @c\n`],
  ['lists of rsyslog that stay open', 'rsyslog.conf', 'action(a=[\n'.repeat(60_000)],
  [
    'variables that thousands of services share',
    'compose.yaml',
    `x-a: &a\n  image: nginx\n  environment:\n${many(100, (i) => `    DB_PASSWORD_${i}: hunter22\n`)}services:\n${many(2000, (i) => `  a${i}: *a\n`)}`,
  ],
];
