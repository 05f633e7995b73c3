/** No link of a packaged page leads to where the package has nothing. */
import { posix } from 'node:path';
import { expect, it } from 'vitest';
import { packagedPage } from '../../scripts/packagedPage.mjs';
import { packagedSources } from '../../scripts/shippedFiles.mjs';

const names = new Map([
  ['README.md', 'readme.md'],
  ['docs/a.md', 'docs/a.md'],
  ['docs/b.png', 'docs/b.png'],
]);
const asPackaged = (text: string, file = 'docs/page.md') => packagedPage(text, file, (each) => names.get(each));

it.each([
  ['[a](a.md#part)', '[a](a.md#part)'],
  ['[all\nof it](../README.md)', '[all\nof it](../readme.md)'],
  ['![b](b.png)', '![b](b.png)'],
  ['see [the rules](rules/README.md).', 'see the rules.'],
  ['![gone](gone.png)', ''],
  ['[x](https://example.org) [y](#y) <a@b.c>', '[x](https://example.org) [y](#y) <a@b.c>'],
])('%s becomes %s', (text, expected) => {
  expect(asPackaged(text)).toBe(expected);
});

it('every link of the extension leads to what it holds', () => {
  const sources = packagedSources();
  const links = [...sources].flatMap(([name, content]) =>
    name.endsWith('.md')
      ? [...String(content).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to]) =>
          posix.join(posix.dirname(name), to!),
        )
      : [],
  );
  expect(links.filter((link) => !sources.has(link))).toEqual([]);
  for (const page of [
    'docs/security.md',
    'docs/ci.zh-cn.md',
    'docs/reading-pictures.md',
    'SECURITY.md',
    'changelog.md',
  ])
    expect(links).toContain(page);
});
