/** Templates of Ansible: judged as the files that they become, and never for what they are given. */
import { expect, it } from 'vitest';
import { applyEdits } from '../../../../src/worker/compliance/applyEdits';
import { lint } from '../../../../src/worker/compliance/lint';

const CONTEXT = { files: { text: () => null }, locale: 'en', profile: 'recommended', today: '2026-11-28' } as const;
const found = (name: string, text: string) =>
  lint({ uri: `file:///w/roles/x/templates/${name}`, text }, { ...CONTEXT, group: false }).findings;

it.each([
  ['sshd_config.j2', 'PermitRootLogin yes\nPasswordAuthentication {{ a }}\n{% if b %}{% endif %}\n', ['MLPS-HST-001']],
  [
    'sshd_config.j2',
    "PermitRootLogin {{ 'no' if a else 'yes' }}\n{% if b %}\nPermitEmptyPasswords yes\n{% endif %}\n",
    [],
  ],
  ['sshd_config.d/10-own.conf.j2', '# {{ ansible_managed }}\nPermitRootLogin yes\n', ['MLPS-HST-001']],
  ['daemon.json.j2', '{"hosts": ["tcp://0.0.0.0:2375"], "insecure-registries": {{ a }}}\n', ['MLPS-NET-013']],
  ['daemon.json.j2', '{"insecure-registries": ["{{ a }}"], "log-driver": "{{ b }}", "iptables": {{ c }}}\n', []],
  ['jail.local.j2', '[sshd]\nenabled = {{ a }}\nmaxretry = {{ b }}\nbantime = {{ c }}\n', []],
  ['logrotate.conf.j2', '/var/log/auth.log {\n  weekly\n  rotate {{ n }}\n}\n', []],
  [
    'app.service.j2',
    '[Service]\nExecStart=/usr/bin/docker run --privileged -p {{ a }}:80 {{ b }}:{{ c }}\n',
    ['MLPS-RUN-008'],
  ],
  ['deploy.sh.j2', 'docker run -d -e A_PASSWORD={{ a }} -v {{ b }}:/data {{ c }}\n', []],
  ['deploy.sh.j2', 'docker run -d --privileged {{ c }}\n', ['MLPS-RUN-008']],
  ['rsyslog.conf.j2', '*.* @@{{ host }}:514\n', []],
])('%s: %s', (name, text, rules) => {
  expect(found(name, text).map(({ rule }) => rule)).toEqual(rules);
});

it('reads a compose file, and judges what stands there alone', () => {
  const text = `services:
  {{ name }}:
    image: "{{ image }}:{{ tag }}"
    privileged: {{ a }}
    user: "{{ uid }}"
    network_mode: {{ net }}
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock
      - "{{ data }}:/data"
    environment:
      DB_PASSWORD: "{{ password }}"
{% if ports %}
    ports: ["3306:3306"]
{% endif %}
`;
  for (const name of ['docker-compose.yml.j2', 'compose.prod.yaml.j2']) {
    const findings = found(name, text);
    expect(findings.map(({ rule, service }) => [rule, service])).toEqual([['MLPS-RUN-011', '…']]);
  }
});

it('mends what stands in the template', () => {
  const text = '# {{ ansible_managed }}\nPort {{ port }}\nPermitRootLogin yes\n{% if a %}{% endif %}\n';
  const [finding] = found('sshd_config.j2', text);
  expect(applyEdits(text, finding!.fixes[0]!.edits!)).toBe(text.replace('yes', 'no'));
});
