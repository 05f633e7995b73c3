/** Long runs of one thing that was once begun anew at each of them. */
import { many } from './many';

export const grownRuns: [subject: string, name: string, size: number, make: (size: number) => string][] = [
  [
    'expressions of a pipeline that nothing closes',
    '.gitlab-ci.yml',
    15_000,
    (size) => `a:\n  image: x${'$[['.repeat(size)}\n  script:\n    - docker run ${'${{'.repeat(size)}\n`,
  ],
  [
    'expressions of Azure that nothing closes',
    'azure-pipelines.yml',
    15_000,
    (size) => `steps:\n- script: docker run ${'$['.repeat(size)}\n`,
  ],
  [
    'dots in a name of a pipeline',
    '.gitlab-ci.yml',
    8000,
    (size) => `variables:\n  A: b\n${'a.'.repeat(size)}:\n  script: docker pull $A\n`,
  ],
  [
    'images that name one matrix',
    '.woodpecker.yml',
    2000,
    (size) =>
      `matrix:\n  X:\n${many(size / 20, (i) => `    - alpine:${i}\n`)}steps:\n${many(size, (i) => `  s${i}:\n    image: \${X} # ${'as the matrix says '.repeat(4)}\n`)}`,
  ],
  [
    'a word of an address',
    'nginx.conf',
    10_000,
    (size) => `server {\n  location / { proxy_pass http://app:8080;${'@a'.repeat(size)} }\n}\n`,
  ],
  ['carriage returns of rsyslog', 'rsyslog.conf', 10_000, (size) => `*.* @@logs.example${'\r'.repeat(size)}\n`],
  ['the path of an Include', 'sshd_config', 10_000, (size) => `Include ${'A='.repeat(size)}/etc/ssh/other\n`],
  [
    'spaces of the first comment',
    'etc/selinux/config',
    10_000,
    (size) => `# a${' '.repeat(size)}b\nSELINUX=enforcing\n`,
  ],
  [
    'braces in a path that is deleted',
    'Dockerfile',
    4000,
    (size) =>
      `FROM debian:12\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt${'{{'.repeat(size)}/lists/*\n`,
  ],
  ['colons of an image', 'run.sh', 20_000, (size) => `docker run registry.example${':'.repeat(size)}/app\n`],
  ['slashes of what is copied', 'Dockerfile', 20_000, (size) => `FROM debian:12\nCOPY a${'/'.repeat(size)}b /srv/\n`],
  [
    'slashes of what is removed',
    'etc/crontab',
    20_000,
    (size) => `1 2 * * * root rm -rf /s${'/*'.repeat(size / 2)}rv/uploads/*\n`,
  ],
  [
    'underscores of an image',
    'compose.yaml',
    20_000,
    (size) => `services:\n  a:\n    image: ${'_'.repeat(size)}.example/a\n`,
  ],
  [
    'substitutions that sh -c looks at',
    'run.sh',
    2000,
    (size) => `bash -c "${many(size, (i) => `test $(curl -s http://example.com/${i}) = ok;\n\n`)}"\n`,
  ],
];
