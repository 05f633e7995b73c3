/**
 * The sheets of the workbook that assessors fill in, one for each thing assessed: which chapter each
 * holds, row by row from the third on, in the clauses' order.
 */
import { chapterOf } from './categories';
import { clauses, type ObjectKind } from './clauses';

export interface Worksheet {
  kind: ObjectKind;
  /** Chapter of GB/T 22239-2019. */
  chapter: string;
}

/** By the sheet's name; XX stands for the thing's own. */
export const worksheets: Record<string, Worksheet> = {
  安全通信网络: { kind: 'network', chapter: '8.1.2' },
  '安全区域边界-XX边界': { kind: 'boundary', chapter: '8.1.3' },
  '安全计算环境-XX服务器': { kind: 'server', chapter: '8.1.4' },
  '安全计算环境-XX数据库': { kind: 'database', chapter: '8.1.4' },
  '安全计算环境-XX应用系统': { kind: 'application', chapter: '8.1.4' },
  '安全计算环境-鉴别数据': { kind: 'data', chapter: '8.1.4' },
  '安全计算环境-重要业务数据': { kind: 'data', chapter: '8.1.4' },
  '安全计算环境-重要审计数据': { kind: 'data', chapter: '8.1.4' },
  '安全计算环境-重要配置数据': { kind: 'data', chapter: '8.1.4' },
  '安全计算环境-重要视频数据': { kind: 'data', chapter: '8.1.4' },
  '安全计算环境-重要个人信息': { kind: 'data', chapter: '8.1.4' },
  安全管理中心: { kind: 'management', chapter: '8.1.5' },
  安全建设管理: { kind: 'management', chapter: '8.1.9' },
  安全运维管理: { kind: 'management', chapter: '8.1.10' },
};

/** Clauses of a chapter, in the order of the sheets. */
export const clausesOf = (chapter: string): string[] =>
  Object.keys(clauses).filter((clause) => chapterOf(clause) === chapter);

/** Whether the workbook has the clause preset as 不适用 for that sort of things. */
export const isExcluded = (clause: string, kind: ObjectKind): boolean => !clauses[clause]!.objects.includes(kind);
