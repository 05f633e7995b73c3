/** Workbooks by the rules of ECMA-376 (part 1: SpreadsheetML, part 2: packages), part by part. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportLayouts } from '../../../../../src/worker/compliance/assess/report/assessmentInput';
import { packageParts } from '../../../../../src/worker/compliance/assess/report/workbook/packageParts';
import { childrenOf, type Element } from '../../../../../src/worker/compliance/assess/report/workbook/parseXml';
import { xlsxAssessment } from '../../../../../src/worker/compliance/assess/report/xlsx';
import { finished } from '../../../../../src/worker/compliance/finished';
import { rules } from '../../../../../src/worker/compliance/rules/index';
import { readZip } from '../../../../../src/worker/zip/readZip';
import { assessTree } from '../assessTree';
import { arbitraryAssessment } from './arbitraryAssessment';

const assessment = assessTree({
  'compose.yaml': 'services:\n  web:\n    image: nginx:latest\n    privileged: true\n    command: "=1+1"\n',
  '部署/compose.yaml': 'services:\n  数据库:\n    image: postgres:9.4\n',
});

/** Of the sheet's children (CT_Worksheet, 18.3.1.99) those that we write. */
const ORDER = ['sheetViews', 'cols', 'sheetData'];
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

function partsOf(book: Uint8Array) {
  const entries = readZip(book);
  const names = entries.map(({ name }) => name);
  const parts = packageParts(entries);
  return { names, rootOf: (name: string) => parts.xml(name).root };
}

const attributes = (elements: readonly Element[], name: string) => elements.map((each) => each.attributes[name] ?? '');

function faultsOf(book: Uint8Array): string[] {
  const { names, rootOf } = partsOf(book);
  const faults: string[] = [];
  const must = (holds: boolean, fault: string) => void (holds || faults.push(fault));

  // Part 2, 10.1.2: each part has a type, each type a part.
  const types = rootOf('[Content_Types].xml');
  const overrides = new Map(
    childrenOf(types, 'Override').map((each) => [each.attributes.PartName!.slice(1), each.attributes.ContentType]),
  );
  const defaults = new Set(attributes(childrenOf(types, 'Default'), 'Extension'));
  must(new Set(names.map((name) => name.toLowerCase())).size === names.length, 'a part twice');
  must(names[0] === '[Content_Types].xml', 'types are not first');
  for (const name of overrides.keys()) must(names.includes(name), `no part ${name}`);
  for (const name of names.slice(1))
    must(overrides.has(name) || defaults.has(name.split('.').at(-1)!), `untyped ${name}`);

  // Part 2, 9.3: relations have ids of their own and lead to parts.
  const relations = (name: string, folder: string) => {
    const all = childrenOf(rootOf(name), 'Relationship');
    must(new Set(attributes(all, 'Id')).size === all.length, `an id twice in ${name}`);
    for (const target of attributes(all, 'Target')) must(names.includes(folder + target), `no target ${target}`);
    must(
      all.every((each) => each.attributes.TargetMode === undefined),
      'a target outside',
    );
    return new Map(all.map((each) => [each.attributes.Id!, folder + each.attributes.Target]));
  };
  relations('_rels/.rels', '');
  const inBook = relations('xl/_rels/workbook.xml.rels', 'xl/');

  // 18.2.19 and 18.2.20: names and numbers of sheets.
  const sheets = childrenOf(childrenOf(rootOf('xl/workbook.xml'), 'sheets')[0]!, 'sheet');
  const titles = attributes(sheets, 'name');
  must(sheets.length > 0, 'no sheet');
  must(new Set(titles.map((each) => each.toLowerCase())).size === titles.length, 'a name twice');
  for (const each of titles) must(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/.test(each), `name ${each}`);
  must(new Set(attributes(sheets, 'sheetId')).size === sheets.length, 'a number twice');

  // 18.4.9: shared texts; 18.8.10: formats of cells.
  const strings = childrenOf(rootOf('xl/sharedStrings.xml'), 'si').map((each) => each.text());
  for (const text of strings) must(text.length <= 32_767 && !/^[=+\-@\t\r]/.test(text), `text ${text.slice(0, 20)}`);
  const formats = childrenOf(childrenOf(rootOf('xl/styles.xml'), 'cellXfs')[0]!, 'xf').length;

  for (const sheet of sheets) {
    const path = inBook.get(Object.entries(sheet.attributes).find(([name]) => name === 'r:id')![1])!;
    must(overrides.get(path) === SHEET, `type of ${path}`);
    const root = rootOf(path);
    const order = root.children().map(({ name }) => ORDER.indexOf(name));
    must(!order.includes(-1) && order.every((each, i) => i === 0 || order[i - 1]! < each), `order in ${path}`);
    let before = 0;
    for (const row of childrenOf(childrenOf(root, 'sheetData')[0]!, 'row')) {
      const number = Number(row.attributes.r);
      must(number === before + 1, `row ${number}`);
      before = number;
      let column = 0;
      for (const cell of row.children()) {
        const [, letters = '', at] = /^([A-Z]+)(\d+)$/.exec(cell.attributes.r ?? '') ?? [];
        const here = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
        must(cell.name === 'c' && here > column && Number(at) === number, `cell ${cell.attributes.r}`);
        column = here;
        must(Number(cell.attributes.s) < formats && cell.attributes.t === 's', `kind of ${cell.attributes.r}`);
        const [value, ...more] = cell.children();
        must(value?.name === 'v' && more.length === 0, `content of ${cell.attributes.r}`);
        must(Number(value?.text()) < strings.length, `no text ${value?.text()}`);
      }
    }
  }
  return faults;
}

describe('a workbook', () => {
  it.each(reportLayouts)('keeps the rules in the layout %s', (layout) => {
    const book = finished(xlsxAssessment({ assessment, rules, locale: 'zh-cn', layout }));
    expect(faultsOf(book)).toEqual([]);
    expect(partsOf(book).names.filter((name) => !/^(\[Content_Types\]\.xml|.*\.rels|xl\/.*\.xml)$/.test(name))).toEqual(
      [],
    );
  });

  it('keeps the rules for any assessment', () => {
    fc.assert(
      fc.property(arbitraryAssessment, fc.constantFrom(...reportLayouts), (given, layout) => {
        expect(faultsOf(finished(xlsxAssessment({ assessment: given, rules, locale: 'zh-cn', layout })))).toEqual([]);
      }),
      { numRuns: 30, seed: 7 },
    );
  });
});
