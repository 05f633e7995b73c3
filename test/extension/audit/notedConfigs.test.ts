import { beforeEach, expect, it, vi } from 'vitest';
import { notedConfigs } from '../../../src/extension/audit/notedConfigs';

const documents = vi.hoisted(() => [] as { isDirty: boolean; uri: string }[]);
vi.mock('vscode', () => ({ workspace: { textDocuments: documents } }));

const URI = 'file:///w/.qrcodemaster.yaml';
const used = (sha256: string, uri = URI) => ({ uri, sha256, bytes: 3 });
const line = (sha256: string, target = URI) => ({
  ...{ op: 'configuration', target, result: 'ok', content: { bytes: 3, sha256 } },
});

beforeEach(() => void documents.splice(0));

it('notes the first use of each content, also when the server tells it again', () => {
  const noted: unknown[] = [];
  const note = notedConfigs({ note: (operation) => noted.push(operation) });
  for (const each of [used('a'), used('a'), used('a', `${URI}2`), used('b'), used('a')]) note(each);
  expect(noted).toEqual([line('a'), line('a', `${URI}2`), line('b')]);
});

it('notes nothing of what is being typed, and of that nothing is remembered', () => {
  const noted: unknown[] = [];
  const note = notedConfigs({ note: (operation) => noted.push(operation) });
  documents.push({ isDirty: true, uri: URI });
  note(used('a'));
  expect(noted).toEqual([]);
  documents[0]!.isDirty = false;
  note(used('a'));
  expect(noted).toEqual([line('a')]);
});
