/** A workbook of somebody else: read, and filled in without touching anything but the cells. */
import { fault } from '../../../../protocol/errors';
import { cellText } from '../../../../text/cellText';
import { readZip } from '../../../../zip/readZip';
import { columnName } from './columnName';
import { packageParts, type XmlPart } from './packageParts';
import { childrenOf } from './parseXml';
import { relationsOf } from './relations';
import { readSheet, type Sheet, stringText } from './sheet';
import { writeZip } from './writeZip';
import { escapeCell } from './xmlText';
import { withContent } from './zipEntry';

export interface CellEdit {
  /** Both from 0. */
  row: number;
  column: number;
  text: string;
}

export interface Book {
  /** In their order. */
  sheetNames: string[];
  /** @throws fault book-damaged, book-too-large */
  sheet(name: string): Sheet;
  /** The workbook with the cells filled in; parts of other sheets stay as they are, byte for byte. */
  filled(edits: ReadonlyMap<string, readonly CellEdit[]>): Uint8Array;
}

/** @throws fault book-not-xlsx, book-macros, book-damaged, book-too-large */
export function openBook(file: Uint8Array): Book {
  const entries = readZip(file);
  const parts = packageParts(entries);
  if (entries.some(({ name }) => /vbaProject/i.test(name))) throw fault('book-macros');
  const root = [...relationsOf('', parts).values()].find(({ type }) => type === 'officeDocument');
  if (!root) throw fault('book-not-xlsx');
  const relations = relationsOf(root.target, parts);
  const shared = [...relations.values()].find(({ type }) => type === 'sharedStrings');
  const strings = shared ? childrenOf(parts.xml(shared.target).root, 'si').map(stringText) : [];
  /** Parts by the names of their sheets. */
  const targets = new Map(
    childrenOf(parts.xml(root.target).root, 'sheets').flatMap((sheets) =>
      childrenOf(sheets, 'sheet').flatMap(({ attributes }): [string, string][] => {
        const id = Object.entries(attributes).find(([name]) => /^\w+:id$/.test(name))?.[1] ?? '';
        const { type, target } = relations.get(id) ?? {};
        return type === 'worksheet' && target !== undefined ? [[attributes.name ?? '', target]] : [];
      }),
    ),
  );
  const read = new Map<string, { part: XmlPart; sheet: Sheet }>();
  const open = (name: string) => {
    let known = read.get(name);
    if (!known) {
      const part = parts.xml(targets.get(name)!);
      known = { part, sheet: readSheet(part.root, strings) };
      read.set(name, known);
    }
    return known;
  };
  return {
    sheetNames: [...targets.keys()],
    sheet: (name) => open(name).sheet,
    filled(edits) {
      const texts = new Map(
        [...edits].map(([name, cells]) => {
          const { part, sheet } = open(name);
          return [targets.get(name)!, edited(part.text, sheet, cells)];
        }),
      );
      const encoder = new TextEncoder();
      return writeZip(
        entries.map((entry) => {
          const text = texts.get(entry.name);
          return text === undefined ? entry : withContent(entry, encoder.encode(text));
        }),
      );
    },
  };
}

/** Cells are texts in their place, with the style that was there. */
function edited(xml: string, { rows, prefix }: Sheet, edits: readonly CellEdit[]): string {
  const byRow = new Map(rows.map((row) => [row.row, row]));
  const changes = edits.flatMap(({ row, column, text }) => {
    const { cells = [], style: usual } = byRow.get(row) ?? {};
    const own = cells.find((cell) => cell.column === column);
    const before = cells.filter((cell) => cell.column < column).at(-1);
    const after = cells.find((cell) => cell.column > column);
    const start = own?.start ?? before?.end ?? after?.start;
    if (start === undefined) return [];
    const style = own ? own.style : usual;
    const named = `r="${columnName(column)}${row + 1}"${style === undefined ? '' : ` s="${style}"`}`;
    const shown = escapeCell(cellText(text));
    const [c, is, t] = ['c', 'is', 't'].map((name) => prefix + name);
    const cell = `<${c} ${named} t="inlineStr"><${is}><${t} xml:space="preserve">${shown}</${t}></${is}></${c}>`;
    return [{ start, end: own?.end ?? start, cell, column }];
  });
  changes.sort((a, b) => a.start - b.start || a.column - b.column);
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, cell } of changes) {
    pieces.push(xml.slice(at, start), cell);
    at = end;
  }
  return pieces.join('') + xml.slice(at);
}
