/**
 * The sentence of a report that names a configuration: whoever could write one could leave out
 * everything.
 */
import type { ConfigProblems } from '../../protocol/assessment';
import type { Locale } from '../../protocol/finding';
import type { UsedConfig } from './reportInput';

/** Of a path, a count, ids of rules and words of the file; to be escaped by who prints it. */
export function configLine({ path, ignored, off = [], problems }: UsedConfig, locale: Locale): string {
  const isEnglish = locale === 'en';
  const taken: string[] = [];
  if (problems) taken.push(problemsLine(problems, isEnglish));
  if (ignored > 0)
    taken.push(isEnglish ? `${ignored} ${ignored === 1 ? 'file' : 'files'} ignored` : `忽略 ${ignored} 个文件`);
  if (off.length > 0) taken.push(isEnglish ? `rules off: ${off.join(', ')}` : `关闭的规则：${off.join('、')}`);
  if (isEnglish) return `Configuration: ${path}${taken.length > 0 ? ` (${taken.join('; ')})` : ''}`;
  return `配置文件：${path}${taken.length > 0 ? `（${taken.join('；')}）` : ''}`;
}

/** `2 problems: line 1: This is not valid YAML (…). line 4: …` */
function problemsLine({ count, first }: ConfigProblems, isEnglish: boolean): string {
  const told = first.map(({ line, message }) => (isEnglish ? `line ${line}: ${message}` : `第 ${line} 行：${message}`));
  const all = [...told, ...(count > first.length ? ['…'] : [])].join(isEnglish ? ' ' : '');
  return isEnglish ? `${count} ${count === 1 ? 'problem' : 'problems'}: ${all}` : `${count} 个问题：${all}`;
}
