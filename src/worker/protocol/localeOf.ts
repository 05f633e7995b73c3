/** The language that is spoken to a user. */
import type { Locale } from './finding';

/**
 * Chinese for those who read it simplified.
 * @param tag of a language (BCP 47) or of the environment (POSIX)
 */
export const localeOf = (tag = ''): Locale => (/^zh(?!.*(hant|tw|hk|mo))/i.test(tag) ? 'zh-cn' : 'en');
