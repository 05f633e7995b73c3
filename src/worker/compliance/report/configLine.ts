/**
 * The sentence of a report that names a configuration: whoever could write one could leave out
 * everything.
 */
import type { Locale } from '../../protocol/finding';
import type { UsedConfig } from './reportInput';

/** Of a path, a count and ids of rules; to be escaped by who prints it. */
export function configLine({ path, ignored, off = [] }: UsedConfig, locale: Locale): string {
  const isEnglish = locale === 'en';
  const taken: string[] = [];
  if (ignored > 0)
    taken.push(isEnglish ? `${ignored} ${ignored === 1 ? 'file' : 'files'} ignored` : `忽略 ${ignored} 个文件`);
  if (off.length > 0) taken.push(isEnglish ? `rules off: ${off.join(', ')}` : `关闭的规则：${off.join('、')}`);
  if (isEnglish) return `Configuration: ${path}${taken.length > 0 ? ` (${taken.join('; ')})` : ''}`;
  return `配置文件：${path}${taken.length > 0 ? `（${taken.join('；')}）` : ''}`;
}
