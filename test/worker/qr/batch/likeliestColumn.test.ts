import { expect, it } from 'vitest';
import { parseCsv } from '../../../../src/worker/qr/batch/csv';
import { likeliestColumn } from '../../../../src/worker/qr/batch/likeliestColumn';

it.each([
  [
    'links behind an id and a name',
    'id,name,link\n1,Shelf one,https://example.com/1\n2,Shelf two,https://example.com/2',
    2,
  ],
  ['more links than in another column', 'home,page\n,https://example.com/1\nhttps://example.com/,www.example.com/2', 1],
  ['texts, not numbers', 'id,name\n1001,Anna Blume\n1002,Carl', 1],
  ['texts, not codes', 'code,room\nA-0042,Meeting room\nA-0043,Kitchen', 1],
  ['texts, not dates', 'when,what\n2026-11-28,Release party\n2026-12-01,Stand-up', 1],
  ['the longest texts', 'name,note\nAnna,Bring the large key of the archive\nCarl,Call before noon', 1],
  ['Chinese texts', '编号,名称\n1,会议室三零一\n2,茶水间', 1],
  ['nothing but numbers: the first', 'a,b\n1,2\n3,4', 0],
  ['no rows: the first', 'a,b', 0],
  ['an empty table', '', 0],
])('%s', (_name, csv, column) => {
  expect(likeliestColumn(parseCsv(csv))).toBe(column);
});
