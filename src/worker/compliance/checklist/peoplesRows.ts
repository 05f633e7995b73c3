/** Rows of the checklist that no file decides, wholly or in part. */
import type { Text } from '../rules/rule';

/** What somebody has to look at, beside what the rules judge of the row. */
export const peoplesRows: Record<string, Text> = {
  C14: {
    en: 'where the data is kept and processed',
    'zh-cn': '数据的存储与处理位置',
  },
  C45: {
    en: 'that the platform offers no direct HTTP entrance past the proxy',
    'zh-cn': '平台未提供绕过代理的 HTTP 直连入口',
  },
  C74: { en: 'who watches the service, and who is told', 'zh-cn': '由谁监控服务、向谁告警' },
  C86: {
    en: 'the emergency plan, and the day of the yearly drill',
    'zh-cn': '应急预案及每年演练的日期',
  },
  C89: {
    en: 'the standby node, and that switching over was tried',
    'zh-cn': '备用节点及切换演练记录',
  },
  C90: { en: 'how a memory image is taken and kept', 'zh-cn': '内存快照的获取与保存方式' },
  C92: { en: 'the alarms of the SIEM', 'zh-cn': 'SIEM 的告警规则' },
};

/** Rows that ask for nothing by themselves, and why. */
export const contextRows: Record<string, Text> = {
  C01: { en: 'states the purpose; C12 and C13 ask for it', 'zh-cn': '说明目的，由 C12、C13 落实' },
  C02: {
    en: 'names five layers; reports follow the categories of the standard instead',
    'zh-cn': '列出五个层面；报告按现行标准的安全类组织',
  },
  C06: { en: 'states how the service is shipped', 'zh-cn': '说明交付方式' },
  C11: { en: 'a claim about speed', 'zh-cn': '性能描述' },
  C27: { en: 'a name, not a control', 'zh-cn': '容器名称，不是控制措施' },
};
