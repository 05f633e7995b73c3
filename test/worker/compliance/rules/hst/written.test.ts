/** What scripts write into files of the host, by where the script stands. */
import { expect, it } from 'vitest';
import { applyEdits } from '../../../../../src/worker/compliance/applyEdits';
import { lint } from '../../../../../src/worker/compliance/lint';
import type { Profile } from '../../../../../src/worker/protocol/finding';

const LINE = "sed -i 's/^PermitRootLogin.*/PermitRootLogin yes/' /etc/ssh/sshd_config";

const found = (name: string, text: string, profile: Profile) =>
  lint(
    { uri: `file:///w/${name}`, text },
    { files: { text: () => null }, locale: 'en', profile, today: '2026-11-28' },
  ).findings.filter(({ rule }) => rule === 'MLPS-HST-001');

it.each([
  ['setup.sh', LINE, 1],
  ['Makefile', `all:\n\t${LINE}\n`, 1],
  ['install.md', `\`\`\`sh\n${LINE}\n\`\`\`\n`, 1],
  // What runs in tests ends with them, and a job's machine goes with the job.
  ['tests/setup.sh', LINE, 0],
  ['.github/workflows/a.yml', `on: push\njobs:\n  a:\n    steps:\n      - run: ${LINE}\n`, 0],
])('%s', (name, text, inRecommended) => {
  expect(found(name, text, 'recommended')).toHaveLength(inRecommended);
  expect(found(name, text, 'mlps3')).toHaveLength(1);
});

it.each([
  [LINE, LINE.replace(' yes', ' no')],
  ['echo "PermitRootLogin yes" >> /etc/ssh/sshd_config', 'echo "PermitRootLogin no" >> /etc/ssh/sshd_config'],
  // What stands in a variable is not written where it is used.
  ['L="PermitRootLogin yes"\necho "$L" >> /etc/ssh/sshd_config', undefined],
])('writes the fix where the script says it: %s', (text, fixed) => {
  const [finding] = found('setup.sh', text, 'mlps3');
  const edits = finding!.fixes[0]?.edits;
  expect(edits && applyEdits(text, edits)).toBe(fixed);
});

it('takes what a text for people shows for an excerpt, which lacks nothing', () => {
  const write = 'cat > /etc/docker/daemon.json <<\'EOF\'\n{ "log-driver": "local", "iptables": false }\nEOF\n';
  const rules = (name: string, text: string) =>
    lint(
      { uri: `file:///w/${name}`, text },
      { files: { text: () => null }, locale: 'en', profile: 'mlps3', today: '2026-11-28' },
    )
      .findings.map(({ rule }) => rule)
      .sort();
  expect(rules('install.md', `\`\`\`sh\n${write}\`\`\`\n`)).toEqual(['MLPS-HST-011']);
  expect(rules('install.sh', write)).toEqual(['MLPS-HST-010', 'MLPS-HST-010', 'MLPS-HST-011', 'MLPS-LOG-002']);
});
