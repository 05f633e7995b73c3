/** What git ignores among files that the client found. */
import { expect, it } from 'vitest';
import { notIgnoredMethod } from '../../../src/worker/protocol/pictureMethods';
import { ignoreService } from '../../../src/worker/service/ignoreService';

/** @param ignores texts of `.gitignore` files by the folder that they stand in */
async function kept(ignores: Record<string, string>, folder: string, names: string[]): Promise<string[]> {
  let answer: ((params: unknown) => Promise<{ uris: string[] }>) | undefined;
  const connection = {
    onRequest: (method: string, handler: typeof answer) => {
      if (method === notIgnoredMethod.method) answer = handler;
    },
  };
  const asked: string[] = [];
  const read = async (uri: string) => {
    asked.push(uri);
    const text = ignores[uri.slice(0, -'/.gitignore'.length)];
    return text === undefined ? null : new TextEncoder().encode(text);
  };
  ignoreService(connection as never, { read }, () => ['file:///w']);
  const { uris } = await answer!({ folder, uris: names.map((name) => `file:///w/${name}`) });
  expect(new Set(asked).size).toBe(asked.length);
  return uris.map((uri) => uri.slice('file:///w/'.length));
}

it('leaves out what a .gitignore above or beside names', async () => {
  const ignores = { 'file:///w': 'build/\n*.tmp.png', 'file:///w/a': '!b.tmp.png\nc.png' };
  const names = ['x.png', 'y.tmp.png', 'build/z.png', 'a/b.tmp.png', 'a/c.png', 'a/d.png'];
  expect(await kept(ignores, 'file:///w', names)).toEqual(['x.png', 'a/b.tmp.png', 'a/d.png']);
});

it('takes everything of a folder that is ignored itself: it was asked for by name', async () => {
  expect(await kept({ 'file:///w': 'build/' }, 'file:///w/build', ['build/z.png'])).toEqual(['build/z.png']);
});
