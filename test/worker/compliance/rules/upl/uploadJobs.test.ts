/** Jobs that clear uploads: in tables with users, and the one that a fix writes. */
import { expect, it } from 'vitest';
import { lint } from '../../../../../src/worker/compliance/lint';
import { findRule } from '../../../../../src/worker/compliance/rules/findRule';
import { treeFiles } from '../../treeFiles';

const found = (uri: string, text: string, rule: string, files: Record<string, string> = {}) =>
  lint(
    { uri, text },
    {
      files: { ...treeFiles(files), isEditable: () => true },
      locale: 'en',
      profile: 'mlps3',
      today: '2026-11-24',
      group: false,
      rules: [findRule(rule)!],
    },
  ).findings;

it('a table of the system needs a user before the command', () => {
  const job = '0 2 * * * find /srv/uploads -xdev -type f -mtime +6 -delete\n';
  const [finding, ...more] = found('file:///w/etc/cron.d/clean', job, 'MLPS-UPL-008');
  expect([finding!.range, more]).toEqual([{ start: { line: 0, character: 10 }, end: { line: 0, character: 14 } }, []]);
  expect(finding!.fixes[0]!.edits[0]!.newText).toBe('root ');
  expect(found('file:///w/etc/cron.d/clean', job.replace('find', 'root find'), 'MLPS-UPL-008')).toEqual([]);
  expect(found('file:///w/crontab', job, 'MLPS-UPL-008')).toEqual([]);
  expect(found('file:///w/etc/crontab', job.replace('find', '/usr/bin/find'), 'MLPS-UPL-008')).toHaveLength(1);
});

it('a fix writes the job into the crontab beside the compose file', () => {
  const text = 'services:\n  app:\n    image: a/b:1\n    restart: always\n    volumes: ["/srv/uploads:/u/uploads"]\n';
  const [finding] = found('file:///w/compose.yaml', text, 'MLPS-UPL-007', { 'file:///w/compose.yaml': text });
  expect(finding!.fixes[0]).toMatchObject({ uri: 'file:///w/crontab' });
  expect(finding!.fixes[0]!.edits[0]!.newText).toBe('0 2 * * * find /srv/uploads -xdev -type f -mtime +6 -delete\n');
});
