/** What the report of a very large deployment says of what it leaves out. */
import type { Text } from '../../rules/rule';

export const shorteningPhrases = {
  shortened: {
    en: 'The lists of this report are shortened: of {count} findings at most {most} of a rule stand with their places, the first of each object before others; {left} are counted only. Counts and states are those of all findings. The JSON report (`--format json`) lists them all.',
    'zh-cn':
      '本报告的列表有所缩略：共 {count} 项发现，每条规则最多列出 {most} 处（先列每个对象的第一处），其余 {left} 处只计数。数量和状态均按全部发现统计。JSON 报告（`--format json`）列出全部。',
  },
  unlistedChanges: {
    en: '{count} more, counted only: see the JSON report',
    'zh-cn': '另有 {count} 项只计数，见 JSON 报告',
  },
  unlisted: {
    en: '{count} more places of {objects} objects, counted only: see the JSON report',
    'zh-cn': '另有 {count} 处（涉及 {objects} 个对象）只计数，见 JSON 报告',
  },
  briefly: {
    en: 'States only, since there are so many objects: the findings stand in section 5.',
    'zh-cn': '对象较多，此处仅列状态，发现见第 5 节。',
  },
} satisfies Record<string, Text>;
