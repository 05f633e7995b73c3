/** What reports go by, where it comes from, and how sure that is. */
import type { Text } from '../../rules/rule';

interface Source {
  what: Text;
  from: Text;
  sure: Text;
}

export const sources: readonly Source[] = [
  {
    what: { en: 'Rows C01 to C92', 'zh-cn': 'C01 至 C92 各行' },
    from: {
      en: 'the deployment specification of the client, in Chinese; English wording by this tool',
      'zh-cn': '《AI智能二维码工坊部署规范》原文',
    },
    sure: { en: 'read in the original', 'zh-cn': '已读原文' },
  },
  {
    what: { en: 'Numbers and letters of clauses of GB/T 22239-2019', 'zh-cn': 'GB/T 22239-2019 条款编号与字母' },
    from: {
      en: "independent public transcriptions, an assessor's worksheet and an assessor's guide; gists by this tool",
      'zh-cn': '多份独立的公开转录、测评工作表和测评指导书；要点为本工具概括',
    },
    sure: {
      en: 'worksheet and guide agree in all items of 8.1.x that both have; 8.2.4 by order only; the official print was not seen',
      'zh-cn': '8.1.x 中两者共有的条目全部一致；8.2.4 仅按顺序推定；未见官方印本',
    },
  },
  {
    what: { en: 'Units of GB/T 28448-2019', 'zh-cn': 'GB/T 28448-2019 测评单元编号' },
    from: { en: "a third party's list, by order", 'zh-cn': '第三方清单，按顺序对应' },
    sure: { en: 'one source; management units unknown', 'zh-cn': '单一来源；管理类编号未知' },
  },
  {
    what: { en: 'Cases（判例）', 'zh-cn': '判例' },
    from: {
      en: "a third party's copy of the guide to high-risk findings 公网安〔2025〕2391号",
      'zh-cn': '《网络安全等级保护测评高风险判定实施指引》（公网安〔2025〕2391号）的第三方抄本',
    },
    sure: { en: 'one source; the original was not seen', 'zh-cn': '单一来源，未见原文' },
  },
  {
    what: { en: 'Triggers（触发项） A-01 to A-32', 'zh-cn': '触发项 A-01 至 A-32' },
    from: { en: "a third party's copy, like the cases", 'zh-cn': '与判例相同，第三方抄本' },
    sure: {
      en: 'one source; another list in use contradicts it',
      'zh-cn': '单一来源，与另一流传的清单不一致',
    },
  },
  {
    what: { en: 'Items preset as not applicable', 'zh-cn': '预设为不适用的控制项' },
    from: { en: "an assessor's workbook (level 3)", 'zh-cn': '测评机构工作表（三级）' },
    sure: { en: 'read in the workbook; others may differ', 'zh-cn': '已读工作表；各机构可能不同' },
  },
  {
    what: { en: 'Six months of network logs', 'zh-cn': '网络日志留存不少于六个月' },
    from: {
      en: 'Cybersecurity Law of China, art. 23 (3), until 2025-12-31 art. 21 (3); GB/T 22239-2019 8.1.5.4 d refers to the law',
      'zh-cn':
        '《网络安全法》第二十三条第（三）项（2025 年 12 月 31 日及以前为第二十一条第（三）项）；GB/T 22239-2019 8.1.5.4 d 援引法律法规',
    },
    sure: { en: 'law in force since 2026-01-01', 'zh-cn': '现行法律，2026 年 1 月 1 日起施行' },
  },
  {
    what: { en: 'Risk levels, proposed states', 'zh-cn': '风险等级、建议值' },
    from: { en: 'this tool, by the rules named in sections 4 and 5', 'zh-cn': '本工具，按第 4、5 节所述方法' },
    sure: { en: 'proposals', 'zh-cn': '仅为建议' },
  },
  {
    what: { en: 'T/ISEAA 004-2023 (containers)', 'zh-cn': 'T/ISEAA 004-2023《网络安全等级保护容器安全要求》' },
    from: { en: 'not used: its text was not seen', 'zh-cn': '未采用：未见其文本' },
    sure: { en: 'open', 'zh-cn': '待补充' },
  },
];
