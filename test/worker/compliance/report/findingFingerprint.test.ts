/** What a finding is known by when its file changes, out of the linter's real findings. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lint } from '../../../../src/worker/compliance/lint';
import type { Locale } from '../../../../src/worker/protocol/finding';

function prints(text: string, { name = 'compose.yaml', locale = 'en' as Locale, only = /./ } = {}): string[] {
  const context = { files: { text: () => null }, locale, profile: 'mlps3', today: '2026-11-23' } as const;
  return lint({ uri: `file:///w/${name}`, text }, { ...context, group: false })
    .findings.filter(({ rule }) => only.test(rule))
    .map(({ fingerprint }) => fingerprint);
}

const service = (name: string, line: string) => `  ${name}:\n    image: app:1\n    ${line}\n`;
const RUNS = { numRuns: 60, seed: 7 };
const PRIVILEGED = /RUN-008/;

describe('a fingerprint', () => {
  it('stays when lines are put above and below, and when they are indented otherwise', () => {
    const lines = [
      'services:',
      '  web:',
      '    image: nginx:latest',
      '    privileged: true',
      '    ports:',
      '      - "22:22"',
    ];
    const before = prints(`${lines.join('\n')}\n`);
    expect(before.length).toBeGreaterThan(5);
    const filler = fc.array(fc.constantFrom('', '# a comment', 'x-a: 1', 'volumes: {}'), { maxLength: 6 });
    fc.assert(
      fc.property(filler, fc.integer({ min: 1, max: 5 }), fc.constantFrom('\n', '\r\n'), (above, times, eol) => {
        const own = above.filter((line, i) => line === '' || above.indexOf(line) === i);
        const moved = lines.map((line) => line.replace(/^ +/, (blanks) => blanks.repeat(times)));
        const after = prints([...own, ...moved, ''].join(eol));
        expect(before.filter((print) => !after.includes(print))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('stays when a neighbour gets another name, and goes with the faulty line', () => {
    const files = ['db', 'database'].map(
      (name) => `services:\n${service(name, 'user: "1"')}${service('web', 'privileged: true')}`,
    );
    const [before, renamed] = files.map((text) => prints(text, { only: PRIVILEGED }));
    expect(before).toHaveLength(1);
    expect(renamed).toEqual(before);
    expect(prints(files[0]!.replace('privileged: true', 'privileged: "true"'), { only: PRIVILEGED })).not.toEqual(
      before,
    );
    expect(prints(`services:\n${service('api', 'privileged: true')}`, { only: PRIVILEGED })).not.toEqual(before);
  });

  it('is that of the rule, and equal in both languages', () => {
    const text = `services:\n${service('web', 'privileged: true')}`;
    expect(prints(text, { locale: 'zh-cn' })).toEqual(prints(text));
    expect(new Set(prints(text)).size).toBe(prints(text).length);
  });

  it('tells findings on one line apart, and not equal ones on equal lines', () => {
    const ports = (list: string) => prints(`services:\n${service('web', `ports: [${list}]`)}`, { only: /NET-002/ });
    expect(new Set(ports('"22:22", "3306:3306"')).size).toBe(2);
    const twice = prints('FROM debian:13\nRUN chmod 777 /a\nRUN chmod 777 /a\n', { name: 'Dockerfile' });
    expect(new Set(twice).size).toBeLessThan(twice.length);
  });

  it('holds no value of a file that is kept from git', () => {
    const env = (value: string, name: string) => prints(`DB_PASSWORD=${value}\n`, { name });
    expect(env('123456', '.env').length).toBeGreaterThan(0);
    expect(env('123456', '.env')).toEqual(env('password', '.env'));
  });
});
