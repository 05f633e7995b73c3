/** The categories of GB/T 22239-2019, level 3, that files may speak of, by the chapter's number. */
import type { Text } from '../rules/rule';

export const categories: Record<string, Text> = {
  '8.1.2': { en: 'Secure communication network', 'zh-cn': '安全通信网络' },
  '8.1.3': { en: 'Secure area boundary', 'zh-cn': '安全区域边界' },
  '8.1.4': { en: 'Secure computing environment', 'zh-cn': '安全计算环境' },
  '8.1.5': { en: 'Security management centre', 'zh-cn': '安全管理中心' },
  '8.1.9': { en: 'Security construction management', 'zh-cn': '安全建设管理' },
  '8.1.10': { en: 'Security operation and maintenance management', 'zh-cn': '安全运维管理' },
  '8.2.4': { en: 'Secure computing environment (cloud extension)', 'zh-cn': '安全计算环境（云计算安全扩展要求）' },
};

/** `8.1.4` of `8.1.4.2 a` */
export const chapterOf = (clause: string): string => clause.split('.').slice(0, 3).join('.');

/** The category that a clause, without a mark, belongs to. */
export const categoryOf = (clause: string): Text => categories[chapterOf(clause)]!;
