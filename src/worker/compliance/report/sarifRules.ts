/**
 * Rules as SARIF reporting descriptors, and the clauses of GB/T 22239-2019 they serve as a
 * taxonomy.
 */
import type { Locale } from '../../protocol/finding';
import { bareId, unitsOf } from '../checklist/describe';
import type { RuleInfo } from './reportInput';

export const CLAUSES = 'GB/T 22239-2019';

/** Clause ids without the mark of a nearest clause. */
export const clausesOf = ({ clauses }: { clauses: readonly string[] }): string[] => [...new Set(clauses.map(bareId))];

export function sarifRule(rule: RuleInfo, locale: Locale, level: string) {
  const why = rule.why[locale];
  const remedy = rule.remedy[locale];
  return {
    id: rule.id,
    name: rule.name,
    shortDescription: { text: rule.title[locale] },
    fullDescription: { text: why },
    help: { text: `${why}\n\n${remedy}`, markdown: `${why}\n\n${remedy}\n\n${CLAUSES}: ${clausesOf(rule).join('; ')}` },
    defaultConfiguration: { level },
    relationships: rule.clauses.map((clause) => ({
      target: { id: bareId(clause), toolComponent: { name: CLAUSES, index: 0 } },
      kinds: [clause.startsWith('~') ? 'relevant' : 'superset'],
    })),
    properties: {
      tags: ['security', 'mlps', ...rule.rows],
      precision: 'high',
      units: unitsOf(rule.clauses),
      highRisk: rule.highRisk ?? [],
      triggers: rule.triggers ?? [],
    },
  };
}

export function taxonomy(rules: readonly RuleInfo[], locale: Locale) {
  const ids = [...new Set(rules.flatMap(clausesOf))].sort();
  return {
    name: CLAUSES,
    version: '2019',
    organization: 'SAC/TC 260',
    isComprehensive: false,
    shortDescription: {
      text:
        locale === 'en'
          ? 'Baseline for classified protection of cybersecurity, level 3'
          : '信息安全技术 网络安全等级保护基本要求（第三级）',
    },
    taxa: ids.map((id) => ({ id })),
  };
}
