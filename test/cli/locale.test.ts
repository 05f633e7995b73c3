import { expect, it } from 'vitest';
import { environmentLocale, takeLang } from '../../src/cli/locale';

it('follows the environment', () => {
  expect(environmentLocale({ LANG: 'zh_CN.UTF-8' })).toBe('zh-cn');
  expect(environmentLocale({ LC_ALL: 'en_US', LANG: 'zh_CN' })).toBe('en');
  expect(environmentLocale({ LANG: 'zh_TW' })).toBe('en');
  expect(environmentLocale({})).toBe('en');
});

it('takes the option out, wherever it stands', () => {
  expect(takeLang(['lint', '.', '--lang', 'zh-CN'])).toEqual({ args: ['lint', '.'], locale: 'zh-cn' });
  expect(takeLang(['--lang=en', 'rules'])).toEqual({ args: ['rules'], locale: 'en' });
  expect(takeLang(['encode', '--', '--lang', 'x'])).toEqual({ args: ['encode', '--', '--lang', 'x'] });
  expect(takeLang(['lint', '--lang', 'fr', '.'])).toEqual({ args: ['lint', '.'], wrong: 'fr' });
  expect(takeLang(['lint', '--lang'])).toEqual({ args: ['lint'], wrong: '' });
});
