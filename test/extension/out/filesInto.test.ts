import { expect, it } from 'vitest';
import { filesInto } from '../../../src/extension/out/filesInto';

const files = (...names: string[]) => names.map((name) => ({ name, bytes: new Uint8Array() }));
const partly = (saved: number, folder: string, reason: string) => `${saved} in ${folder}, then: ${reason}`;
const full = () => Object.assign(new Error('full'), { code: 'ENOSPC' });

/** A folder in which some names cannot be written, and what is written in it. */
function folderWithout(...names: string[]) {
  const written: string[] = [];
  return {
    written,
    name: 'codes',
    async write(name: string) {
      await new Promise((resolve) => setTimeout(resolve));
      if (names.includes(name)) throw full();
      written.push(name);
    },
  };
}

it('says how many files are there when one cannot be written, of all that were asked for', async () => {
  const folder = folderWithout('c');
  const write = filesInto(folder, partly);
  expect(await write(files('a', 'b'))).toBe(2);
  await expect(write(files('c', 'd', 'e'))).rejects.toMatchObject({
    message: '4 in codes, then: full',
    code: 'ENOSPC',
  });
  expect(folder.written).toEqual(['a', 'b', 'd', 'e']);
});

it('tells the reason alone where nothing was written', async () => {
  await expect(filesInto(folderWithout('a', 'b'), partly)(files('a', 'b'))).rejects.toThrow(/^full$/);
});
