/** MLPS-NET-004: the fix of a rule that does nothing is written where the port is published. */
import { expect, it } from 'vitest';
import { applyEdits } from '../../../../../src/worker/compliance/applyEdits';
import { lint } from '../../../../../src/worker/compliance/lint';
import { readFixtures } from '../../ruleFixtures';

it('publishes the ports on 127.0.0.1 in the compose file, from the script of the firewall', () => {
  const { uri, text, files } = readFixtures().find(
    ({ id }) => id === 'firewall-covers-docker-ports/script.invalid.firewall.sh',
  )!;
  const { findings } = lint(
    { uri, text },
    { files, locale: 'en', profile: 'mlps3', today: '2026-11-23', group: false },
  );
  const fixes = findings.filter(({ rule }) => rule === 'MLPS-NET-004').flatMap((finding) => finding.fixes);
  expect(fixes.map(({ safe, uri: at }) => [safe, at])).toEqual(fixes.map(() => [false, 'file:///w/compose.yaml']));
  const compose = files.text('file:///w/compose.yaml')!;
  const fixed = fixes.map(({ edits }) => applyEdits(compose, edits).split('\n')[3]!.trim());
  expect(fixed).toEqual([
    'ports: ["127.0.0.1:8080:80", "9440-9450:9440-9450", "5000:5000", "6000:6000"]',
    'ports: ["8080:80", "127.0.0.1:9440-9450:9440-9450", "5000:5000", "6000:6000"]',
    'ports: ["8080:80", "9440-9450:9440-9450", "127.0.0.1:5000:5000", "6000:6000"]',
    'ports: ["8080:80", "9440-9450:9440-9450", "5000:5000", "127.0.0.1:6000:6000"]',
  ]);
});

it('tells the first rule of each tool, in one document with the published port', () => {
  const text = `\`\`\`sh
docker run -d -p 8080:8080 example/a:1
iptables -A INPUT -p tcp --dport 8080 -s 192.168.10.50 -j ACCEPT
iptables -A INPUT -p tcp --dport 8080 -j DROP
firewall-cmd --permanent --add-rich-rule='rule source address="192.168.10.50" port protocol="tcp" port="8080" accept'
\`\`\`
`;
  const lines = lint(
    { uri: 'file:///w/deploy.md', text },
    { files: { text: () => null }, locale: 'en', profile: 'mlps3', today: '2026-11-23', group: false },
  )
    .findings.filter(({ rule }) => rule === 'MLPS-NET-004')
    .map(({ range }) => range.start.line + 1);
  expect(lines).toEqual([2, 3, 5]);
});
