/** Which names are deployment files. */
import { expect, it } from 'vitest';
import { kindOf } from '../../../src/worker/compliance/kindOf';

it.each([
  ['Dockerfile.arm64', 'dockerfile'],
  ['Dockerfile.release.candidate', 'dockerfile'],
  ['dockerfile.vim', undefined],
  ['Dockerfile.nanorc', undefined],
  ['dockerfile.go', undefined],
  ['dockerfile.rs', undefined],
  ['Dockerfile.tt', undefined],
  ['Dockerfile.golang', 'dockerfile'],
  ['Dockerfile.tmLanguage', undefined],
  ['Dockerfile.tmPreferences', undefined],
  ['roles/ssh/templates/sshd_config.j2', 'sshd'],
  ['templates/docker-compose.prod.yml.j2', 'compose'],
  ['templates/logrotate.conf.j2', 'logrotate'],
  ['templates/my-compose.txt.j2', undefined],
  ['dockerfile-fixer.js.map', undefined],
  ['Dockerfile.gotmpl', undefined],
  ['.env.production.ejs', undefined],
  ['.env.hbs', undefined],
  ['CHANGELOG.md', undefined],
  ['docs/release-notes-2.1.md', undefined],
  ['changes-to-deploy.txt', undefined],
  ['historyserver.md', 'markdown'],
  ['docker-compose-all.yml', 'compose'],
  ['.drone.yml', 'ci'],
  ['a/.woodpecker.yaml', 'ci'],
  ['.woodpecker/release.yml', 'ci'],
  ['woodpecker.yml', undefined],
  ['.woodpecker/notes.txt', undefined],
  ['etc/systemd/system/docker.service.d/override.conf', 'systemd'],
  ['units/scan.timer.d/weekly.conf', 'systemd'],
])('%s is of the kind %s', (name, kind) => {
  expect(kindOf(name, '')).toBe(kind);
});

it('takes a link that was written out as a file for none', () => {
  expect(kindOf('Dockerfile', 'contrib/docker/Dockerfile\n')).toBe(undefined);
  expect(kindOf('step.dockerfile', 'docker run -it a:1 bash\n\napt-get update\nRUN make\n')).toBe(undefined);
  expect(kindOf('Dockerfile', '# notes\n// a program\npackage main\n')).toBe(undefined);
  expect(kindOf('Dockerfile', 'FORM debian:13\nRUN make\n')).toBe('dockerfile');
  expect(kindOf('Dockerfile', 'apt-get update\nFROM debian:13\n')).toBe('dockerfile');
  expect(kindOf('Dockerfile', '{{ base }}\nRUN make\n')).toBe('dockerfile');
  expect(kindOf('Dockerfile', '# syntax=docker/dockerfile:1\nARG A\n')).toBe('dockerfile');
  expect(kindOf('Dockerfile', 'FROM a/b\n')).toBe('dockerfile');
  expect(kindOf('Dockerfile', '')).toBe('dockerfile');
});

it('takes what is compiled or packed for no file of ours, whatever it is called', () => {
  expect(kindOf('usr/bin/crontab', '\x7fELF\x02\0\0')).toBe(undefined);
  expect(kindOf('Dockerfile.5.gz', '\x1f\ufffd\b\0')).toBe(undefined);
  expect(kindOf('crontab', `# ${'-'.repeat(10_000)}\0`)).toBe('crontab');
});

it.each([
  ['crontab', 'cron.d/.placeholder', undefined],
  ['dotenv', '.env.example', undefined],
  ['dotenv', 'settings', 'env'],
  ['shellscript', 'cron.d/backup.sh', 'crontab'],
  ['dockerfile', 'a.sh', 'dockerfile'],
  ['yaml', 'untitled:Untitled-1', 'compose'],
])('by the language %s %s is of the kind %s', (language, name, kind) => {
  expect(kindOf(name, 'services:\n  a:\n    image: b\n', language)).toBe(kind);
});

it('reads names that are written with escapes', () => {
  expect(kindOf('file:///a/%44ockerfile')).toBe('dockerfile');
  expect(kindOf('file:///a/%E6%9C%8D%E5%8A%A1.env')).toBe('env');
  expect(kindOf('a%ZZ.env')).toBe('env');
});

it.each([
  ['app.conf', 'server {\n  listen 80;\n}\n', 'nginx'],
  ['app.conf', '[program:web]\ncommand=/x\n', undefined],
  ['sites-enabled/app', '<VirtualHost *:80>\n</VirtualHost>\n', undefined],
  ['templates/default.conf.template', 'server {\n  listen ${PORT};\n  server_name a;\n}\n', 'nginx'],
  ['sshd_config.d/a.conf', 'PermitRootLogin no\n', 'sshd'],
  ['Dockerfile.conf', 'server {\n  listen 80;\n}\n// a\npackage main\n', 'nginx'],
])('a name of several kinds is of the first whose text fits: %s', (name, text, kind) => {
  expect(kindOf(name, text)).toBe(kind);
});

it.each([
  ['action.yml', 'name: a\nruns:\n  using: composite\n  steps:\n    - run: make\n', 'ci'],
  ['action.yml', 'name: a\nruns:\n  using: node20\n  main: a.js\n', undefined],
  ['stack/prod.yml', 'services:\n  web:\n    image: a\n', 'compose'],
  [
    'stack/prod.yml',
    'name: x\nservices:\n  # of the edge\n  web:\n    ports: ["80:80"]\n    environment:\n      class: x\n',
    'compose',
  ],
  [
    'stack/prod.yml',
    'services:\n  web:\n    extends:\n      file: base.yml\n      service: web\n    restart: always\nvolumes:\n  data: {}\n',
    'compose',
  ],
  ['stack/prod.yml', 'services:\n  "web": &web # x\n    <<: *base\n    privileged: true\n  db:\n    x: 1\n', 'compose'],
  ['services.yaml', 'services:\n  _defaults:\n    autowire: true\n  App\\A:\n    tags: [a]\n', undefined],
  ['services.yml', 'services:\n  mailer:\n    class: Mailer\n    arguments: [x]\n', undefined],
  ['a.yml', 'services:\n  - redis\n', undefined],
  ['a.yml', 'services:\n  web: x\n', undefined],
  ['a.yml', 'services:\n', undefined],
  ['a.yml', 'jobs:\n  a:\n    services:\n      db:\n        ports: [1]\n', undefined],
])('tells by the text what %s is: %j', (name, text, kind) => {
  expect(kindOf(name, text)).toBe(kind);
});

it('takes the desk of Lando for no deployment', () => {
  const text = 'name: a\nservices:\n  cli:\n    image: node:24\n    ports: ["5173:5173"]\n';
  expect(kindOf('.lando.yml', text)).toBe(undefined);
  expect(kindOf('stack.yml', text)).toBe('compose');
});
