/**
 * Small texts that cost a machine minutes when anything in the linter grows faster than the text:
 * each takes well under a second.
 */
import { expect, it } from 'vitest';
import { MAX_FINDINGS_PER_RULE } from '../../../src/worker/compliance/boundReports';
import { lint } from '../../../src/worker/compliance/lint';
import { rules } from '../../../src/worker/compliance/rules/index';
import type { Rule } from '../../../src/worker/compliance/rules/rule';

const many = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');
const resultOf = (name: string, text: string, env: string | null = null) =>
  lint(
    { uri: `file:///w/${name}`, text },
    {
      files: { text: (uri) => (uri === 'file:///w/.env' ? env : null) },
      locale: 'en',
      profile: 'mlps3',
      today: '2026-11-23',
      group: false,
    },
  );
const findingsOf = (...args: Parameters<typeof resultOf>) => resultOf(...args).findings;

const TIMEOUT_MS = 60_000;
const PYTHON = 'from flask import Flask, jsonify, request\nimport cv2\napp = Flask(__name__)\n';
const VIEW = "@app.route('/')\ndef f():\n";
const NAMES = many(200_000, () => 'a,');
const texts: [subject: string, name: string, text: string, env?: string][] = [
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

it.each(texts)(
  'answers %s',
  (_, name, text, env) => {
    expect(findingsOf(name, text, env).length).toBeLessThan(45 * MAX_FINDINGS_PER_RULE);
  },
  TIMEOUT_MS,
);

const grown: [subject: string, name: string, size: number, make: (size: number) => string][] = [
  [
    'anchors far from the top of the file',
    'compose.yaml',
    2000,
    (size) => `services:\n  a:\n    image: x\n    labels:\n${many(size, (i) => `      k${i}: &a${i} v\n`)}`,
  ],
  [
    'services that share their variables',
    'compose.yaml',
    400,
    (size) =>
      `x-a: &a\n${many(size, (i) => `  k${i}: v\n`)}services:\n${many(size, (i) => `  a${i}:\n    environment: *a\n    restart: always\n`)}`,
  ],
  [
    'typed lines of one session',
    'README.md',
    1000,
    (size) => `\`\`\`console\n${'$ true\noutput\n'.repeat(size * 4)}\`\`\`\n`,
  ],
  ['brackets that stay open', 'Jenkinsfile', 2000, (size) => "withEnv(['A=b' ".repeat(size)],
  ['blanks behind a step', 'Jenkinsfile', 5000, (size) => `sh${' '.repeat(size)}`],
  ['folders within each other', 'Dockerfile', 1000, (size) => `FROM alpine\n${many(size, (i) => `WORKDIR a${i}\n`)}`],
  [
    'variables of a Dockerfile',
    'Dockerfile',
    500,
    (size) => `FROM alpine\n${many(size, (i) => `ENV A${i}=b C=$A${i - 1}\nRUN echo $A${i} $A0 | sh\n`)}`,
  ],
  [
    'handlers of exceptions within each other',
    'app.py',
    5,
    (size) =>
      `${PYTHON}${many(size, (i) => `${' '.repeat(i)}try: a()\n${' '.repeat(i)}except E:\n`)}${' '.repeat(size)}a()\n`,
  ],
  [
    'conditions that lack their end',
    'app.py',
    5,
    (size) => `${PYTHON}x = ${'('.repeat(size)}a${' if b else)'.repeat(size)}\n`,
  ],
  [
    'answers in answers in handlers in handlers',
    'app.py',
    12,
    (size) =>
      `${PYTHON}@app.route('/')\ndef f():\n${many(size, (i) => `${' '.repeat(i + 1)}try: pass\n${' '.repeat(i + 1)}except E as e:\n${' '.repeat(i + 2)}m = ${'jsonify('.repeat(size)}m, m, e${')'.repeat(size)}\n`)}${' '.repeat(size + 1)}return m\n`,
  ],
  [
    'routes of one name',
    'app.py',
    400,
    (size) => `${PYTHON}${many(size, () => "app.add_url_rule('/', 'x', f)\ndef f(): pass\n")}`,
  ],
  [
    'a file that is saved again and again',
    'app.py',
    250,
    (size) => PYTHON + `${VIEW}${many(size, () => "    f = request.files['a']\n    f.save(f.filename)\n")}`,
  ],
  [
    'parameters that are saved',
    'app.py',
    700,
    (size) => PYTHON + `def g(file):\n${many(size, () => '    x.save(file.filename)\n')}`,
  ],
  [
    'checks of one function that saves',
    'app.py',
    350,
    (size) =>
      PYTHON +
      `${VIEW}    f = request.files['a']\n${many(size, () => '    f.save("x")\n')}${many(size, () => '    if a == b: c(d)\n')}`,
  ],
  [
    'pictures that are asked for',
    'app.py',
    300,
    (size) => PYTHON + many(size, () => 'try: a = cv2.imread(b)\nexcept: pass\nif c is d: pass\n'),
  ],
  [
    'tools for debugging',
    'app.py',
    1000,
    (size) =>
      PYTHON + `from flask_debugtoolbar import DebugToolbarExtension\n${many(size, () => 'DebugToolbarExtension()\n')}`,
  ],
  [
    'settings of an application',
    'app.py',
    250,
    (size) =>
      PYTHON +
      many(
        size,
        () => "app.config['DEBUG'] = True\napp.config['TESTING'] = False\napp.config['WTF_CSRF_ENABLED'] = False\n",
      ),
  ],
  [
    'classes of settings',
    'app.py',
    600,
    (size) => PYTHON + `class C:\n  DEBUG = 1\n${many(size, (i) => `class Prod${i}(C):\n  DEBUG = 1\n`)}`,
  ],
  [
    'bases of one class',
    'app.py',
    1500,
    (size) =>
      PYTHON + `class A(${many(size, () => 'B, ')}C):\n${many(size, () => '  DEBUG = 1\n  def g(self): pass\n')}`,
  ],
  [
    'logins to databases',
    'app.py',
    800,
    (size) =>
      PYTHON +
      `import pymysql\nD = {${many(size, (i) => `'a${i}': 1, `)}}\n${many(size, () => 'pymysql.connect(**D)\n')}`,
  ],
  [
    'one list of many settings',
    'app.py',
    1500,
    (size) => PYTHON + `A = [${many(size, () => '1, ')}]\n${many(size, () => "app.config['DEBUG'] = A\n")}`,
  ],
  [
    'one text of many answers',
    'app.py',
    700,
    (size) =>
      PYTHON +
      `${VIEW}  try: pass\n  except E as e:\n    m = [${many(size, () => 'str(e), ')}]\n${many(size, () => '    return m\n')}`,
  ],
  ['builds of one pipeline', 'Jenkinsfile', 500, (size) => many(size, (i) => `docker.build('a${i}', '--pull .')\n`)],
];

/** Processor time in milliseconds, the least of so many. */
const costOf = (name: string, text: string, samples: number): number =>
  Math.min(
    ...Array.from({ length: samples }, () => {
      const start = process.cpuUsage();
      findingsOf(name, text);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    }),
  );

/** Less is not measured well. */
const LEAST_MS = 25;

const growthOf = (name: string, small: string, large: string, samples: number): number =>
  costOf(name, large, samples) / Math.max(costOf(name, small, samples), LEAST_MS);

const MAX_GROWTH = 9;

// A square takes sixteen times as long, whatever a busy machine does to one measurement.
it.each(grown)(
  'takes no more than the time that a fourfold text is due for %s',
  (_, name, size, make) => {
    const texts = [make(size), make(size * 4)] as const;
    let growth = Number.POSITIVE_INFINITY;
    for (const samples of [2, 5, 5, 5]) if (growth >= MAX_GROWTH) growth = growthOf(name, ...texts, samples);
    expect(growth).toBeLessThan(MAX_GROWTH);
  },
  TIMEOUT_MS,
);

const long: [subject: string, name: string, text: string][] = [
  ['a quoted word of many variables', 'run.sh', `echo "${'$A'.repeat(200_000)}"\n`],
  ['a word of many substitutions within each other', 'run.sh', `echo ${'$('.repeat(200_000)}${')'.repeat(200_000)}\n`],
  ['capabilities in one word', 'run.sh', `docker run --cap-add ${'a,'.repeat(200_000)} nginx\n`],
  ['keys of one service', 'compose.yaml', `services:\n  a:\n    image: x\n${many(150_000, (i) => `    k${i}: v\n`)}`],
  ['locations of one server', 'nginx.conf', `http {\nserver {\nlisten 80;\n${'a{}'.repeat(600_000)}}\n}\n`],
  ['directives within one directive', 'Caddyfile', `example.org {\nhandle {\n${'a\n'.repeat(600_000)}}\n}\n`],
  ['names of one answer', 'app.py', `${PYTHON}@app.route('/')\ndef f(): return g([${NAMES}])\n`],
  ['variables of one pipeline', '.gitlab-ci.yml', `variables:\n${many(150_000, (i) => `  k${i}: v\n`)}`],
];

it.each(long)(
  'judges %s',
  (_, name, text) => {
    expect(resultOf(name, text).failed).toBeUndefined();
  },
  TIMEOUT_MS,
);

it('tells so many findings of one rule, and counts the rest as severely', () => {
  const findings = findingsOf('Dockerfile', `FROM alpine\n${'RUN sudo ls\n'.repeat(MAX_FINDINGS_PER_RULE + 7)}`);
  const sudo = findings.filter(({ rule }) => rule === 'MLPS-BLD-005');
  const rest = findings.filter(({ rule }) => rule === 'MLPS-DOC-001');
  expect(sudo).toHaveLength(MAX_FINDINGS_PER_RULE);
  expect(rest).toHaveLength(1);
  expect(rest[0]!.severity).toBe(sudo[0]!.severity);
  expect(rest[0]!.range.start.line).toBe(MAX_FINDINGS_PER_RULE + 1);
  expect(rest[0]!.message).toContain('7');
});

it('writes fixes for what it tells, and none for what it counts', () => {
  let written = 0;
  const rule: Rule = {
    ...rules.find(({ id }) => id === 'MLPS-RUN-008')!,
    check: {
      container({ anchor }, { report }) {
        const fixes = () => {
          written++;
          return [];
        };
        report({ place: anchor, message: 'privileged', fixes });
      },
    },
  };
  const text = `services:\n${many(MAX_FINDINGS_PER_RULE * 2, (i) => `  a${i}: {image: nginx}\n`)}`;
  const context = {
    files: { text: () => null },
    locale: 'en',
    profile: 'mlps3',
    today: '2026-11-23',
    rules: [rule],
  } as const;
  expect(lint({ uri: 'file:///w/compose.yaml', text }, context).findings).toHaveLength(MAX_FINDINGS_PER_RULE + 1);
  expect(written).toBe(MAX_FINDINGS_PER_RULE);
});
