import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { workspaceTexts } from '../../../src/worker/service/workspaceTexts';

function workspace(files: Record<string, string | Uint8Array | null>, open: TextDocument[] = []) {
  const reads: string[] = [];
  const documents = { get: (uri: string) => open.find((document) => document.uri === uri), all: () => open };
  const read = async (uri: string) => {
    reads.push(uri);
    const content = files[uri] ?? null;
    return typeof content === 'string' ? Buffer.from(content) : content;
  };
  return { reads, texts: workspaceTexts(documents, { read, readFolder: async () => null }, () => ['file:///w']) };
}

test('those who ask for a file meanwhile, and later, share one reading', async () => {
  const { reads, texts } = workspace({ 'file:///w/a': 'A' });
  expect(await Promise.all(Array.from({ length: 50 }, () => texts.text('file:///w/a')))).toEqual(Array(50).fill('A'));
  expect(await texts.text('file:///w/none')).toBeNull();
  expect(await texts.text('file:///w/none')).toBeNull();
  expect([texts.known('file:///w/a'), texts.known('file:///w/none'), texts.known('file:///w/other')]).toEqual([
    'A',
    null,
    undefined,
  ]);
  expect(reads).toEqual(['file:///w/a', 'file:///w/none']);
});

test('what is open counts, not what is on disk', async () => {
  const open = TextDocument.create('file:///w/a', 'plaintext', 1, 'open');
  const { reads, texts } = workspace({ 'file:///w/a': 'saved' }, [open]);
  expect([await texts.text('file:///w/a'), texts.known('file:///w/a')]).toEqual(['open', 'open']);
  expect(reads).toEqual([]);
});

test('what is forgotten while it is read is not kept', async () => {
  const files = { 'file:///w/a': 'old' };
  const { reads, texts } = workspace(files);
  const before = texts.text('file:///w/a');
  texts.forget();
  files['file:///w/a'] = 'new';
  await before;
  expect(texts.isKnown('file:///w/a')).toBe(false);
  expect(await texts.text('file:///w/a')).toBe('new');
  expect(reads).toHaveLength(2);
});

test('a reading that fails is tried again', async () => {
  let fails = true;
  const read = () => (fails ? Promise.reject(new Error('busy')) : Promise.resolve(new Uint8Array()));
  const texts = workspaceTexts(
    { get: () => undefined, all: () => [] },
    { read, readFolder: async () => null },
    () => [],
  );
  await expect(texts.text('file:///w/a')).rejects.toThrow('busy');
  fails = false;
  expect(await texts.text('file:///w/a')).toBe('');
});

test('an editor may not write what it would open in a wrong encoding', async () => {
  const { texts } = workspace({ 'file:///w/gbk': Uint8Array.of(0xc5, 0xe4, 0xd6, 0xc3), 'file:///w/utf8': '配置' });
  await Promise.all(['file:///w/gbk', 'file:///w/utf8'].map(texts.read));
  expect([texts.isEditable('file:///w/gbk'), texts.isEditable('file:///w/utf8')]).toEqual([false, true]);
});

test('what is known of a folder is all that lies in it, what is not there as well', async () => {
  const { texts } = workspace({ 'file:///w/a/compose.yaml': 'A', 'file:///w/ab': 'B' });
  await Promise.all(['a/compose.yaml', 'a/.qrcodemaster.yaml', 'ab'].map((name) => texts.text(`file:///w/${name}`)));
  await texts.load('file:///w/a/');
  const all = ['file:///w/a/compose.yaml', 'file:///w/a/.qrcodemaster.yaml', 'file:///w/a/'];
  expect(texts.knownAt(['file:///w/a'])).toEqual(all);
  expect(texts.knownAt(['file:///w'])).toEqual([...all.slice(0, 2), 'file:///w/ab', 'file:///w/a/']);
  expect(texts.knownAt(['file:///w/ab', 'file:///w/a/'])).toEqual(['file:///w/ab', 'file:///w/a/']);
  expect(texts.knownAt(['file:///w/c'])).toEqual([]);
});
