/** One list of the endings of pictures, wherever they are looked for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isPictureName, PICTURE_EXTENSIONS } from '../../../src/worker/protocol/pictureFiles';
import { typeOfName } from '../../../src/worker/qr/read';

it.each([
  ['a.png', true],
  ['/folder.gif/A.JPEG', true],
  ['C:\\shots\\b.tiff', true],
  ['favicon.ico', true],
  ['a.png.txt', false],
  ['png', false],
  ['/shots.png/notes', false],
])('%s: %s', (name, is) => expect(isPictureName(name)).toBe(is));

it('knows what type each ending promises; an icon holds a picture of another type', () => {
  expect(PICTURE_EXTENSIONS.filter((ending) => typeOfName(`a.${ending}`) === undefined)).toEqual(['ico']);
});

it('shows the menus on the same endings', () => {
  const { menus } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')).contributes;
  const conditions: string[] = Object.values<{ command?: string; when?: string }[]>(menus)
    .flat()
    .filter(({ command, when }) => command === 'qrCodeMaster.decodeImage' && when?.includes('resourceExtname'))
    .map(({ when }) => when!);
  expect(conditions.length).toBe(2);
  for (const condition of conditions) {
    const [, pattern, flags] = /=~ \/(.+?)\/(i?)(?: |$)/.exec(condition)!;
    const endings = new RegExp(pattern!, flags);
    expect([...PICTURE_EXTENSIONS, 'txt', 'svg', 'pngx'].filter((ending) => endings.test(`.${ending}`))).toEqual(
      PICTURE_EXTENSIONS,
    );
  }
});
