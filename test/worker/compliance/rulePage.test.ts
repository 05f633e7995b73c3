/** How a rule's page says that a finding is suppressed, and its Chinese punctuation. */
import { describe, expect, it } from 'vitest';
import { fullWidth } from '../../../scripts/fullWidth.mjs';
import { readConfig } from '../../../src/worker/compliance/config/readConfig';
import { ruleHover, rulePage } from '../../../src/worker/compliance/rulePage';
import { rules } from '../../../src/worker/compliance/rules/index';

describe.each(['en', 'zh-cn'] as const)('in %s', (locale) => {
  const suppressing = (id: string) => rulePage(id, locale)!.split(/^## /m).at(-1)!;

  it('names no comment for a picture, which holds none', () => {
    expect(suppressing('MLPS-SEC-008')).not.toContain('mlps-lint');
    expect(suppressing('MLPS-SEC-008')).toContain('waivers:');
  });

  it('names both for a rule of JSON and of other files, and the comment alone where each holds one', () => {
    expect(suppressing('MLPS-LOG-001')).toMatch(/mlps-lint disable-next-line MLPS-LOG-001[\s\S]*waivers:/);
    expect(suppressing('MLPS-NET-009')).toContain('mlps-lint disable-next-line MLPS-NET-009');
    expect(suppressing('MLPS-NET-009')).not.toContain('waivers:');
  });

  it('shows waivers that the configuration takes as they are', () => {
    const waivers = rules.flatMap(({ id }) => {
      const yaml = /^```yaml\n(.*?)^```/ms.exec(suppressing(id))?.[1];
      return yaml ? [{ id, yaml }] : [];
    });
    expect(waivers.length).toBeGreaterThan(80);
    for (const { id, yaml } of waivers) {
      const { config, problems } = readConfig('file:///w/.qrcodemaster.yaml', yaml);
      expect(problems).toEqual([]);
      expect(config.waivers).toMatchObject([{ rule: id, until: '2027-01-31' }]);
    }
  });
});

it('has full-width punctuation in Chinese, titles of other tools apart', () => {
  const example = { file: 'compose.yaml', text: 'services: {}', verdict: 'invalid' } as const;
  const lines = rules.flatMap(({ id }) =>
    [rulePage(id, 'zh-cn', [example])!, ruleHover(id, 'zh-cn')!].flatMap((text) =>
      text
        .replace(/```[\s\S]*?```/g, '')
        .split('\n')
        .filter((line) => !line.startsWith('| 其他工具')),
    ),
  );
  expect(lines).toContain('会报告（`compose.yaml`）：');
  expect(lines.filter((line) => fullWidth(line) !== line)).toEqual([]);
});
