/** Crontabs as commands with their times. */
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../../src/worker/compliance/kindOf';
import { crontab } from '../../../../src/worker/compliance/kinds/crontab';

const read = (uri: string, text: string) => {
  const script = crontab.read({ uri, text }, { text: () => null }).script![0]!;
  const commands = script.commands.map((c) => c.words.map((w) => w.resolved).join(' '));
  const cut = script.commands.flatMap((c) => c.words.map((w) => text.slice(w.start, w.end)));
  return { commands, cut, schedules: script.schedule!.map((e) => e.schedule) };
};

describe('a crontab', () => {
  it('takes commands, not comments and settings', () => {
    const text = 'MAILTO=a@b\n# 0 0 * * * no\n0 3 * * 1 trivy image a && x\n@daily find /u -mtime +7\n\n0 0 1';
    expect(read('file:///w/crontab', text)).toEqual({
      commands: ['trivy image a', 'x', 'find /u -mtime +7'],
      cut: ['trivy', 'image', 'a', 'x', 'find', '/u', '-mtime', '+7'],
      schedules: ['0 3 * * 1', '@daily'],
    });
  });
  it('passes over the user of a system table', () => {
    expect(read('file:///etc/cron.d/scan', '0 3 * * 1 ops docker run a\r\n').commands).toEqual(['docker run a']);
    expect(read('file:///w/crontab', '0 3 * * 1 root docker run a').commands).toEqual(['docker run a']);
    expect(read('file:///w/crontab', '0 3 * * 1 docker run a').commands).toEqual(['docker run a']);
  });
  it('ends at a bare percent sign', () => {
    const { commands, cut } = read('file:///w/crontab', '0 3 * * * date +\\%F x%input');
    expect([commands, cut]).toEqual([['date +%F x'], ['date', '+\\%F', 'x']]);
  });
});

it('is known by its name', () => {
  expect(
    ['a/crontab', 'x.crontab', 'etc/cron.d/scan', 'cron.d/.placeholder', 'daemon.json', 'a.json'].map((p) =>
      kindOf(p, ''),
    ),
  ).toEqual([...['crontab', 'crontab', 'crontab', undefined, 'daemon', undefined]]);
});
