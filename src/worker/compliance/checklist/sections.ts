/** Chapters of the deployment specification, which the checklist's rows stand in. */
import type { Text } from '../rules/rule';
import { rows } from './rows';

/** In order, by number. */
export const sections: Record<string, Text> = {
  '1': { en: 'Introduction', 'zh-cn': '引言' },
  '2': { en: 'Architecture and principles', 'zh-cn': '架构与原则' },
  '3.1': { en: 'Images: source and integrity', 'zh-cn': '镜像获取与完整性校验' },
  '3.2': { en: 'Running containers', 'zh-cn': '容器运行时安全配置' },
  '3.3': { en: 'Network access control', 'zh-cn': '网络访问控制策略' },
  '3.4': { en: 'Uploads', 'zh-cn': '文件上传安全加固' },
  '4.1': { en: 'Baseline of the operating system', 'zh-cn': '操作系统基线加固' },
  '4.2': { en: 'Logs, audit and monitoring', 'zh-cn': '日志审计与监控' },
  '5': { en: 'The application', 'zh-cn': '应用层安全增强' },
  '6': { en: 'Regular upkeep', 'zh-cn': '定期安全维护' },
  '7': { en: 'Summary', 'zh-cn': '总结' },
};

/** The number of the chapter that a row stands in. */
export const sectionOf = (row: string): string =>
  Object.keys(sections).find((number) => `${rows[row]!.section}.`.startsWith(`${number}.`))!;
