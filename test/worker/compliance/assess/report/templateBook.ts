/** A workbook as an assessor has it: styles, merged cells, a sheet of its own, texts that are shared. */
import { writeZip } from '../../../../../src/worker/compliance/assess/report/workbook/writeZip';
import { zipEntry } from '../../../../../src/worker/compliance/assess/report/workbook/zipEntry';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

const STRINGS = ['序号', '控制点', '控制项', '结果记录', '符合情况', '身份鉴别'];

const text = (cell: string, words: string, style = 3) =>
  `<c r="${cell}" s="${style}" t="inlineStr"><is><r><t>${words.slice(0, 1)}</t></r><r><t>${words.slice(1)}</t></r></is></c>`;

/** Rows 1 and 2 are headings; the point stands once for its merged rows. */
export const SERVER_SHEET = `${HEAD}<worksheet ${MAIN}><cols><col min="1" max="5" width="20" customWidth="1"/></cols><sheetData>
<row r="1" ht="30" customHeight="1">${STRINGS.slice(0, 5)
  .map((_, i) => `<c r="${'ABCDE'[i]}1" s="2" t="s"><v>${i}</v></c>`)
  .join('')}</row>
<row r="2">${text('A2', '安全通用要求')}</row>
<row r="3"><c r="A3"><v>1</v></c><c r="B3" s="4" t="s"><v>5</v></c>${text('C3', 'a) 应对登录的用户进行身份标识')}<c r="D3" s="7"/><c r="E3" s="8"/></row>
<row r="4"><c r="A4"><v>2</v></c>${text('C4', 'b) 应具有登录失败处理功能')}<c r="D4" s="7"/><c r="E4" s="8" t="inlineStr"><is><t>符合</t></is></c></row>
<row r="5">${text('B5', '安全审计')}${text('C5', 'c）应对审计记录进行保护')}<c r="D5" s="7"/><c r="F5"><f>1+1</f><v>2</v></c></row>
<row r="6">${text('B6', '入侵防范')}${text('C6', 'z) 没有这一项')}</row>
<row r="7">${text('B7', '数据完整性')}${text('C7', 'a) 应采用校验技术')}<c r="D7" s="7"><f>A1</f><v/></c></row>
</sheetData><mergeCells count="1"><mergeCell ref="B3:B4"/></mergeCells><!-- kept --></worksheet>`;

const OTHER = `${HEAD}<worksheet ${MAIN}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>封面</t></is></c></row></sheetData></worksheet>`;

/** @param sheets XML by the names of sheets, beside a cover and an unnamed sheet of servers */
export function templateBook(
  sheets: Readonly<Record<string, string>> = { '安全计算环境-XX服务器': SERVER_SHEET },
): Uint8Array {
  const all = { 封面: OTHER, ...sheets };
  const names = Object.keys(all);
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${names.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships ${RELS}><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${RELS}>${names.map((_, i) => `<Relationship Id="s${i}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i}.xml"/>`).join('')}<Relationship Id="x" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}>${STRINGS.map((words) => `<si><t>${words}</t><rPh sb="0" eb="1"><t>read aloud</t></rPh></si>`).join('')}</sst>`,
    ...Object.fromEntries(Object.values(all).map((xml, i) => [`xl/worksheets/sheet${i}.xml`, xml])),
    'docProps/custom.bin': '\u0000\u0001 foreign',
  };
  return bookOf(parts);
}

/** Contents by the names of parts. */
export const bookOf = (parts: Readonly<Record<string, string>>): Uint8Array =>
  writeZip(Object.entries(parts).map(([name, content]) => zipEntry(name, new TextEncoder().encode(content))));
