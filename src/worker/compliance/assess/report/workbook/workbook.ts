/** Tables as an Office Open XML workbook (ECMA-376): texts only, no macro, no formula, no link. */
import type { ZipEntry } from '../../../../zip/zipEntry';
import type { Table } from '../tables/table';
import { columnName } from './columnName';
import { SharedStrings } from './sharedStrings';
import { writeZip } from './writeZip';
import { escapeXml } from './xmlText';
import { zipEntry } from './zipEntry';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Styles by their index below: nothing, a cell, a heading. 49 is the format of texts. */
const CELL = 1;
const HEADING = 2;
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF3"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Rows that widths are measured by. */
const MEASURED = 200;
const MIN_WIDTH = 6;
const MAX_WIDTH = 60;

/** A sheet for each, a part a step; the same tables give the same bytes. */
export function* workbook(tables: readonly Table[]): Generator<void, Uint8Array> {
  // A workbook has at least one sheet.
  const sheets = tables.length > 0 ? tables : [{ name: '—', rows: [] }];
  const strings = new SharedStrings();
  const contents: string[] = [];
  for (const table of sheets) {
    contents.push(sheetXml(table, strings));
    yield;
  }
  const part = (i: number) => `worksheets/sheet${i + 1}.xml`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (inner: string) => `<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
  const override = (path: string, type: string) =>
    `<Override PartName="/xl/${path}" ContentType="${TYPE}.${type}+xml"/>`;
  const list = (each: (sheet: Table, i: number) => string) => sheets.map(each).join('');
  const parts: [name: string, xml: string][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}${override('sharedStrings.xml', 'sharedStrings')}${list((_, i) => override(part(i), 'worksheet'))}</Types>`,
    ],
    ['_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list(({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        list((_, i) => relation(`rId${i + 1}`, 'worksheet', part(i))) +
          relation(`rId${sheets.length + 1}`, 'styles', 'styles.xml') +
          relation(`rId${sheets.length + 2}`, 'sharedStrings', 'sharedStrings.xml'),
      ),
    ],
    ['xl/styles.xml', STYLES],
    ['xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${strings.xml()}</sst>`],
    ...contents.map((xml, i): [string, string] => [`xl/${part(i)}`, xml]),
  ];
  const encoder = new TextEncoder();
  const entries: ZipEntry[] = [];
  for (const [name, xml] of parts) {
    entries.push(zipEntry(name, encoder.encode(HEAD + xml)));
    yield;
  }
  return writeZip(entries);
}

function sheetXml({ header, rows }: Table, strings: SharedStrings): string {
  const all = header ? [header, ...rows] : rows;
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const views = header ? `<sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>` : '';
  const cols = widths(all).map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const lines = all.map((row, y) => {
    const style = header && y === 0 ? HEADING : CELL;
    const cells = row.map((text, x) => {
      if (text === '') return '';
      return `<c r="${columnName(x)}${y + 1}" s="${style}" t="s"><v>${strings.indexOf(text)}</v></c>`;
    });
    return `<row r="${y + 1}">${cells.join('')}</row>`;
  });
  return `<worksheet xmlns="${MAIN}">${views}${cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''}<sheetData>${lines.join('')}</sheetData></worksheet>`;
}

/** By the longest lines of the first rows; what is Chinese is twice as wide. */
function widths(rows: readonly (readonly string[])[]): number[] {
  const longest: number[] = [];
  for (const row of rows.slice(0, MEASURED))
    row.forEach((text, x) => {
      let width = 2;
      for (const character of text.slice(0, MAX_WIDTH).split('\n', 1)[0]!) width += character < '\u1100' ? 1 : 2;
      longest[x] = Math.min(MAX_WIDTH, Math.max(longest[x] ?? MIN_WIDTH, width));
    });
  return longest;
}
