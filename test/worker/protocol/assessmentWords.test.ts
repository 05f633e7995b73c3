/** The words of an assessment: each in both languages, none of them a verdict. */
import { describe, expect, it } from 'vitest';
import * as words from '../../../src/worker/protocol/assessmentWords';

describe.each(Object.entries(words))('%s', (_, table) => {
  const all = Object.values<Record<'en' | 'zh-cn', string>>(table);

  it('tells every one apart in both languages', () => {
    for (const locale of ['en', 'zh-cn'] as const) {
      const said = all.map((word) => word[locale]);
      expect(said).not.toContain('');
      expect(new Set(said).size).toBe(said.length);
    }
  });

  it('marks as a proposal what reads like a verdict', () => {
    for (const word of all) {
      const zh = word['zh-cn'].replace(/^(?:不|部分)符合（建议值）$/, '');
      expect(zh).not.toMatch(/符合|重大风险隐患/);
      expect(word.en.replace(/^(?:Not|Partly) compliant \(proposed\)$/, '')).not.toMatch(/complian|conform/i);
    }
  });
});
