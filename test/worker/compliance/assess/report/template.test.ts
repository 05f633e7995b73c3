/** Workbooks of somebody else, filled in. */
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../../../../src/worker/compliance/assess/report/template/fillTemplate';
import { openBook } from '../../../../../src/worker/compliance/assess/report/workbook/book';
import { writeZip } from '../../../../../src/worker/compliance/assess/report/workbook/writeZip';
import { inflate } from '../../../../../src/worker/compliance/assess/report/workbook/zipDeflate';
import { zipEntry } from '../../../../../src/worker/compliance/assess/report/workbook/zipEntry';
import { xlsxAssessment } from '../../../../../src/worker/compliance/assess/report/xlsx';
import { finished } from '../../../../../src/worker/compliance/finished';
import { rules } from '../../../../../src/worker/compliance/rules/index';
import { readZip } from '../../../../../src/worker/zip/readZip';
import { assessTree } from '../assessTree';
import { bookOf, SERVER_SHEET, templateBook } from './templateBook';

const assessment = assessTree({
  'compose.yaml': 'services:\n  web:\n    image: nginx:latest\n    privileged: true\n    ports: ["22:22"]\n',
});
const input = { assessment, rules, locale: 'zh-cn' } as const;
const two = assessTree({
  'compose.yaml': 'services:\n  web:\n    image: nginx:latest\n  api:\n    image: node:latest\n',
});

const xmlOf = (book: Uint8Array, name: string) => {
  const entry = readZip(book).find((each) => each.name === name)!;
  return new TextDecoder().decode(inflate(entry.data, entry.size));
};

describe('a template', () => {
  const template = templateBook();
  const { book = new Uint8Array(), sheets, missing } = fillTemplate(template, input);

  it('gets records and verdicts where nobody has written any', async () => {
    const { sheets: read } = await readXlsx(book);
    const rows = read.find(({ name }) => name === '安全计算环境-XX服务器')!.rows;
    const item = (clause: string) =>
      assessment.items.find((each) => each.clause === clause && assessment.objects[each.object]!.name === 'web')!;
    expect(rows[2]!.slice(0, 3)).toEqual([1, '身份鉴别', 'a) 应对登录的用户进行身份标识']);
    expect(rows[2]![3]).toMatch(/^(?:已核查|无法由部署文件判定|建议值)/);
    expect(item('8.1.4.3 c').state).toBe('fail');
    expect(rows[4]![3]).toContain('建议值：不符合');
    expect(rows[4]![4]).toBe('不符合');
    expect(rows[3]!.slice(3, 5).map((cell) => cell ?? '')).toEqual(['', '符合']);
  });

  it('says which rows it filled, left and did not know', () => {
    expect(sheets).toEqual([
      { sheet: '安全计算环境-XX服务器', object: 'web', filled: [3, 5], kept: [4, 7], unmatched: [6] },
    ]);
    expect(missing).toContain('安全运维管理_全局层面');
  });

  it('is the same in all else, byte for byte', () => {
    const [before, after] = [readZip(template), readZip(book)];
    expect(after.map(({ name }) => name)).toEqual(before.map(({ name }) => name));
    before.forEach((entry, i) => {
      if (entry.name !== 'xl/worksheets/sheet1.xml') expect(after[i]).toEqual(entry);
    });
    const cells = /<c r="[DE]\d"(?: s="\d")?(?:\/>| t="inlineStr"><is><t xml:space="preserve">[^<]*<\/t><\/is><\/c>)/g;
    expect(xmlOf(book, 'xl/worksheets/sheet1.xml').replace(cells, '')).toBe(SERVER_SHEET.replace(cells, ''));
  });

  it('keeps the styles of the cells', () => {
    const xml = xmlOf(book, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<c r="D3" s="7" t="inlineStr">');
    expect(xml).toMatch(/<c r="D5" s="7" t="inlineStr">.*<c r="E5" t="inlineStr">.*<c r="F5"><f>/s);
  });

  it('may write its elements with a prefix', () => {
    const prefixed = SERVER_SHEET.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replace('xmlns=', 'xmlns:x=');
    const filled = fillTemplate(templateBook({ '安全计算环境-XX服务器': prefixed }), input);
    expect(xmlOf(filled.book!, 'xl/worksheets/sheet1.xml')).toContain('<x:c r="D3" s="7" t="inlineStr"><x:is><x:t ');
  });

  it('may be a workbook that the report itself has made', () => {
    const own = finished(xlsxAssessment({ ...input, layout: 'worksheet' }));
    // Rows that have their records stay: nothing is left to fill.
    const { book: none, sheets: outcomes } = fillTemplate(own, input);
    expect(none).toBeUndefined();
    expect(outcomes[0]).toMatchObject({ sheet: '安全计算环境_web', filled: [], unmatched: [] });
  });
});

describe('a sheet', () => {
  const sheetsOf = (name: string, given = two) =>
    fillTemplate(templateBook({ 安全计算环境_web: SERVER_SHEET, [name]: SERVER_SHEET }), {
      ...input,
      assessment: given,
    }).sheets.filter(({ sheet }) => sheet === name);

  it.each(['安全计算环境_api', '安全计算环境-api服务器', '安全计算环境－API 服务器'])(
    'is known by its name: %s',
    (name) => {
      expect(sheetsOf(name)).toMatchObject([{ object: 'api', filled: [3, 5] }]);
    },
  );

  it('that may be of several things is left, and says of which', () => {
    expect(sheetsOf('安全计算环境-XX服务器')).toEqual([
      { sheet: '安全计算环境-XX服务器', problem: 'several', objects: ['安全计算环境_web', '安全计算环境_api'] },
    ]);
  });

  it('of something else is left', () => {
    expect(sheetsOf('安全计算环境-跳板机服务器')).toMatchObject([{ problem: 'none' }]);
    expect(sheetsOf('安全计算环境-XX数据库')).toMatchObject([{ problem: 'none' }]);
    expect(sheetsOf('安全物理环境')).toEqual([]);
    expect(sheetsOf('安全物理环境-机房')).toEqual([]);
  });

  it('without the columns of a form is left', () => {
    const other = SERVER_SHEET.replace('<v>3</v>', '<v>0</v>');
    const { sheets } = fillTemplate(templateBook({ 安全计算环境_web: SERVER_SHEET, 安全计算环境_api: other }), {
      ...input,
      assessment: two,
    });
    expect(sheets[1]).toEqual({ sheet: '安全计算环境_api', problem: 'columns' });
  });
});

describe('hostile workbooks', () => {
  const codeOf = (file: Uint8Array) => {
    try {
      fillTemplate(file, input);
      return 'none';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  const withSheet = (xml: string) => templateBook({ '安全计算环境-XX服务器': xml });

  it.each<[name: string, file: Uint8Array, code: string]>([
    ['nothing', new Uint8Array(), 'book-not-xlsx'],
    ['no zip file', new TextEncoder().encode('{"a": 1}'.repeat(100)), 'book-not-xlsx'],
    ['a zip file of something else', bookOf({ 'a.txt': 'x' }), 'book-not-xlsx'],
    ['macros', bookOf({ 'xl/vbaProject.bin': 'x' }), 'book-macros'],
    [
      'an entity',
      withSheet(
        `<!DOCTYPE x [<!ENTITY a "b">]>${SERVER_SHEET.slice(57).replace('kept', '').replace('<is><r><t>a', '<is><r><t>&a;')}`,
      ),
      'book-damaged',
    ],
    [
      'an outer entity',
      withSheet('<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet>&x;</worksheet>'),
      'book-damaged',
    ],
    ['nesting without end', withSheet('<a>'.repeat(200_000)), 'book-damaged'],
    ['too many tags', withSheet(`<worksheet>${'<c/>'.repeat(1_100_000)}</worksheet>`), 'book-too-large'],
    ['a bomb', withSheet(' '.repeat(17 * 1024 * 1024)), 'book-too-large'],
    ['bytes that are no text', bookOf({ '_rels/.rels': '' }), 'book-damaged'],
  ])('%s is refused', (_, file, code) => {
    const start = performance.now();
    expect(codeOf(file)).toBe(code);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('cannot claim to be small', () => {
    const entries = readZip(withSheet(' '.repeat(15 * 1024 * 1024)));
    const lying = writeZip(entries.map((entry) => ({ ...entry, size: Math.min(entry.size, 1000) })));
    expect(codeOf(lying)).toBe('book-damaged');
  });

  it('cannot let parts lie over one another', () => {
    const file = writeZip([
      zipEntry(
        'a',
        Uint8Array.from({ length: 5000 }, (_, i) => Math.imul(i, 2_654_435_761) >>> 24),
      ),
      zipEntry('b', new Uint8Array(10)),
    ]);
    const view = new DataView(file.buffer);
    const central = view.getUint32(file.length - 6, true);
    // Both records name the first part, which is larger than the file's other half.
    const second = central + 46 + 1;
    view.setUint32(second + 20, view.getUint32(central + 20, true), true);
    view.setUint32(second + 42, 0, true);
    expect(() => readZip(file)).toThrow();
  });

  it('may be cut off anywhere', () => {
    const file = templateBook();
    for (let length = 0; length < file.length; length += 7) expect(codeOf(file.slice(0, length))).toMatch(/^book-/);
  });

  it('may have any byte changed', () => {
    const file = templateBook();
    for (let at = 0; at < file.length; at += 5) {
      const changed = file.slice();
      changed[at]! ^= 0x55;
      expect(codeOf(changed)).toMatch(/^(?:book-|none$)/);
    }
  });
});

it('reads the sheets of a workbook of another maker', async () => {
  const { sheetNames } = openBook(templateBook());
  expect(sheetNames).toEqual(['封面', '安全计算环境-XX服务器']);
});
