/**
 * The sentence of a report that names a configuration: whoever could write one could leave out
 * everything.
 */
import type { Locale } from '../../protocol/finding';
import type { UsedConfig } from './reportInput';

/** Of a path and a count; to be escaped by who prints it. */
export function configLine({ path, ignored }: UsedConfig, locale: Locale): string {
  if (locale === 'zh-cn') return `配置文件：${path}${ignored > 0 ? `（忽略 ${ignored} 个文件）` : ''}`;
  return `Configuration: ${path}${ignored > 0 ? ` (${ignored} ${ignored === 1 ? 'file' : 'files'} ignored)` : ''}`;
}
