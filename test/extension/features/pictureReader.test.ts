/** What is kept of pictures between readings, and when it is written; VS Code is played. */
import { beforeEach, expect, it, vi } from 'vitest';
import { pictureReader } from '../../../src/extension/features/pictureReader';
import type { ReadFile } from '../../../src/extension/features/readPictures';
import { decoded } from '../panel/answers';
import { disk, done, files, settings, startAgain, uriOf } from './storageKit';

vi.mock('vscode', async () => (await import('./storageKit')).vscode);

const FILE = '/store/pictures.jsonl';
const never = { isCancellationRequested: false } as never;

function newReader(version = '1') {
  const decodedNames: string[] = [];
  const server = {
    async request(_: unknown, { pictures }: { pictures: { name: string }[] }) {
      decodedNames.push(...pictures.map(({ name }) => name));
      return { pictures: pictures.map(({ name }) => decoded([`text of ${name}`])) };
    },
  };
  const context = { storageUri: uriOf('/store'), extension: { packageJSON: { version } } };
  const reader = pictureReader({ server, context } as never);
  const read = async (...paths: string[]) => {
    const told: ReadFile[] = [];
    await reader.read(paths.map(uriOf), (file) => told.push(file), never);
    return told.map(({ picture }) => picture.symbols[0]!.text);
  };
  return { read, decodedNames };
}
const count = (act: string) => done.filter((each) => each.startsWith(act)).length;

beforeEach(() => {
  startAgain();
  for (const name of ['a', 'b', 'c']) files.set(`/w/${name}.png`, name.repeat(9));
});

it('reads what is kept once, and writes it when there is something new', async () => {
  await newReader().read('/w/a.png');
  done.length = 0;
  const { read, decodedNames } = newReader();
  expect(await read('/w/a.png')).toEqual(['text of w/a.png']);
  expect(await read('/w/a.png')).toEqual(['text of w/a.png']);
  expect(decodedNames).toEqual([]);
  expect(count('write')).toBe(0);
  expect(await read('/w/b.png')).toEqual(['text of w/b.png']);
  expect([count(`read ${FILE}`), count('write')]).toEqual([1, 1]);
});

it('keeps what two readings at once have read, in one whole file', async () => {
  const { read } = newReader();
  await Promise.all([read('/w/a.png'), read('/w/b.png', '/w/c.png')]);
  expect([...files.keys()].filter((path) => path.startsWith('/store'))).toEqual([FILE]);
  const next = newReader();
  await next.read('/w/a.png', '/w/b.png', '/w/c.png');
  expect(next.decodedNames).toEqual([]);
});

it('decodes again what other settings or another version read', async () => {
  const { read, decodedNames } = newReader();
  await read('/w/a.png');
  settings.effort = 'thorough';
  await read('/w/a.png');
  await read('/w/a.png');
  expect(decodedNames).toEqual(['w/a.png', 'w/a.png']);
  const next = newReader('2');
  await next.read('/w/a.png');
  expect(next.decodedNames).toEqual(['w/a.png']);
});

it('reads on where nothing can be stored', async () => {
  disk.isFull = true;
  const { read, decodedNames } = newReader();
  expect(await read('/w/a.png')).toEqual(['text of w/a.png']);
  expect(await read('/w/a.png')).toEqual(['text of w/a.png']);
  expect(decodedNames).toEqual(['w/a.png']);
  expect(files.has(FILE)).toBe(false);
});
