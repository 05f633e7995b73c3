import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyDestination, relativeLink } from '../../../src/extension/out/copyDestination';

const place = {
  documentPath: '/work/docs/guide/intro.md',
  workspacePath: '/work',
  fileName: 'qr-a.png',
  now: new Date(86_400_000),
};

test.each([
  ['', '/work/docs/guide/qr-a.png'],
  ['images/', '/work/docs/guide/images/qr-a.png'],
  ['images/logo.png', '/work/docs/guide/images/logo.png'],
  ['../img/', '/work/docs/img/qr-a.png'],
  ['/assets/', '/work/assets/qr-a.png'],
  ['../../../etc/', '/work/docs/guide/qr-a.png'],
  ['${documentWorkspaceFolder}/../other/x.png', '/work/docs/guide/qr-a.png'],
  ['${documentDirName}/../../../work-2/', '/work/docs/guide/qr-a.png'],
  ['/assets/${documentBaseName}/', '/work/assets/intro/qr-a.png'],
  ['/a/${documentRelativeDirName}/${fileName}', '/work/a/docs/guide/qr-a.png'],
  ['${documentWorkspaceFolder}/x/', '/work/x/qr-a.png'],
  ['${documentDirName}/${documentFileName}.${fileExtName}', '/work/docs/guide/intro.md.png'],
  ['${unixTime}.png', '/work/docs/guide/86400000.png'],
  ['${isoTime}', '/work/docs/guide/1970-01-02T00:00:00.000Z'],
  ['${documentBaseName/^(.).*$/$1/}/', '/work/docs/guide/i/qr-a.png'],
  ['${documentRelativeDirName/\\//-/}/', '/work/docs/guide/docs-guide/qr-a.png'],
  ['${documentBaseName/(/x/}/', '/work/docs/guide/intro/qr-a.png'],
  ['${nothing}/', '/work/docs/guide/${nothing}/qr-a.png'],
  ['\\${fileName}', '/work/docs/guide/${fileName}'],
])('%s', (setting, path) => {
  expect(copyDestination(setting, place)).toBe(path);
});

test('a document outside any folder counts as its own folder', () => {
  expect(copyDestination('/x/', { ...place, workspacePath: undefined })).toBe('/work/docs/guide/x/qr-a.png');
});

test('any setting gives an absolute path without dots', () => {
  fc.assert(
    fc.property(fc.string(), (setting) => {
      const path = copyDestination(setting, place);
      expect(path).toMatch(/^\//);
      expect(path.split('/')).not.toContain('..');
      expect(path.startsWith('/work/')).toBe(true);
    }),
  );
});

test.each([
  ['/w/a.md', '/w/b.png', 'b.png'],
  ['/w/d/a.md', '/w/i/b c(1).png', '../i/b%20c%281%29.png'],
  ['/w/a.md', '/w/d/b.png', 'd/b.png'],
  ['/a.md', '/图/b.png', '%E5%9B%BE/b.png'],
])('from %s to %s', (from, to, link) => {
  expect(relativeLink(from, to)).toBe(link);
});

test('a link leads where it should', () => {
  const part = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
    .filter((name) => !/^\.+$/.test(name) && !/[/\\]/.test(name) && !/\p{Cs}/u.test(name));
  const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`);
  fc.assert(
    fc.property(path, path, (from, to) => {
      const base = `http://x${from.split('/').map(encodeURIComponent).join('/')}`;
      expect(new URL(relativeLink(from, to) || '.', base).pathname.split('/').map(decodeURIComponent).join('/')).toBe(
        to,
      );
    }),
  );
});
