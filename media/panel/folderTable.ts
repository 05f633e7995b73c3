/**
 * The table of a folder's pictures on the Read tab: how far the reading is, and a row for each code.
 * It outlives what is drawn around it, so that place, filter and order stay.
 */
import type { FolderRow, FolderState, RowChoice } from '../../src/extension/panel/contract';
import { exportFormats, type PictureFormat } from '../../src/worker/protocol/pictureMethods';
import { button } from './button';
import { h, named, on } from './dom';
import { folderHead } from './folderHead';
import { folderRow } from './folderRow';
import type { Page } from './page';
import { orderRows, rowOrder, withRows } from './rowOrder';
import { thumbnails } from './thumbnails';
import { virtualRows } from './virtualRows';
import { fillIn } from './words';

type SortKey = NonNullable<RowChoice['sort']>;

export interface FolderTable {
  element: HTMLElement;
  /** The counts; a folder with another number begins an empty table. */
  set(folder: FolderState): void;
  addRows(folder: number, from: number, rows: FolderRow[]): void;
  setThumbnail(folder: number, picture: number, bytes: Uint8Array | undefined): void;
  /** The element was put into the page anew. */
  restore(): void;
}

const FORMAT_NAMES: Record<PictureFormat, string> = { csv: 'CSV', json: 'JSON', jsonl: 'JSON Lines', md: 'Markdown' };

/** @param first which rows are looked at before another folder comes */
export function folderTable(page: Page, first: RowChoice): FolderTable {
  const { strings, post } = page;
  let id = -1;
  let all: FolderRow[] = [];
  let shown: FolderRow[] = [];
  let choice = first;
  const orderOf = (choice: RowChoice) => rowOrder(choice, document.documentElement.lang);
  let order = orderOf(choice);

  const head = folderHead(page, () => post({ type: 'folderCancel', folder: id }));
  const pictures = thumbnails((picture) => post({ type: 'needThumbnail', folder: id, picture }));
  const sorted: [SortKey, string][] = [
    ['text', strings.folderText],
    ['kind', strings.folderKind],
    ['path', strings.folderPath],
  ];
  const sorters = new Map(sorted.map(([key, words]) => [key, sorter(key, words)]));
  const columns = h(
    'div',
    { class: 'grid-row', role: 'row', 'aria-rowindex': 1 },
    h('span', { class: 'thumbnail', role: 'columnheader' }, h('span', { class: 'unseen' }, strings.folderPicture)),
    ...sorters.values(),
  );
  const grid = virtualRows(strings.folderTable, columns, 1 + sorted.length, {
    draw: (index) => folderRow(shown[index]!, pictures, page),
    open: (index) => post({ type: 'folderOpen', folder: id, picture: shown[index]!.picture }),
    copy(index) {
      const { picture, symbol } = shown[index]!;
      if (symbol !== undefined) post({ type: 'folderCopy', folder: id, picture, symbol });
    },
  });
  const filter = on(
    named('vscode-textfield', strings.folderFilter, {
      class: 'folder-filter',
      placeholder: strings.folderFilter,
      maxlength: 200,
    }),
    'input',
    (event) => choose({ filter: (event.currentTarget as HTMLInputElement).value }),
  );
  const format = h(
    'select',
    { class: 'control narrow', 'aria-label': strings.folderFormat },
    ...exportFormats.map((value) => h('option', { value }, FORMAT_NAMES[value])),
  );
  const exported = () => post({ type: 'folderExport', folder: id, format: format.value as PictureFormat });
  const count = h('span', { class: 'row-facts', role: 'status' });
  const tools = h(
    'div',
    { class: 'actions folder-tools' },
    filter,
    count,
    h('span', { class: 'folder-export' }, button(strings.folderExport, exported, { icon: 'save' }), format),
  );

  function sorter(key: SortKey, words: string) {
    const cell = h('span', { role: 'columnheader', class: `cell-${key}` });
    cell.append(
      on(h('button', { type: 'button', class: 'sorter' }, words), 'click', () => {
        // Up, down, and as found.
        const next = choice.sort !== key ? { sort: key, descending: false } : { sort: key, descending: true };
        choose(choice.sort === key && choice.descending ? { sort: null, descending: false } : next);
      }),
    );
    return cell;
  }

  const choose = (more: Partial<RowChoice>) => {
    const kept = shown[grid.current()];
    use({ ...choice, ...more });
    // What is found nowhere is nothing that stands in a row: it may be a secret.
    post({ type: 'folderChoose', folder: id, ...choice, ...(shown.length === 0 && { filter: '' }) });
    grid.moveTo(Math.max(0, kept ? shown.indexOf(kept) : 0));
  };
  const use = (next: RowChoice) => {
    choice = next;
    order = orderOf(choice);
    for (const [key, cell] of sorters) {
      const direction = choice.sort !== key ? 'none' : choice.descending ? 'descending' : 'ascending';
      cell.setAttribute('aria-sort', direction);
    }
    show(orderRows(all, order), 0);
  };
  /** @param from the first place where another row stands than before */
  const show = (rows: FolderRow[], from: number) => {
    const kept = shown[grid.current()];
    shown = rows;
    count.textContent =
      choice.filter.trim() === '' ? '' : fillIn(strings.folderShown, { some: shown.length, many: all.length });
    tools.hidden = all.length === 0;
    grid.element.hidden = all.length === 0;
    // Who has gone to a row stays at it when others come before it.
    grid.set(shown.length, from, kept && grid.current() >= from && grid.isUsed() ? shown.indexOf(kept) : undefined);
  };

  return {
    element: h('section', { class: 'folder', 'aria-label': strings.folderTable }, head.element, tools, grid.element),
    set(folder) {
      if (folder.id !== id) {
        id = folder.id;
        all = [];
        Object.assign(filter, { value: folder.choice.filter });
        pictures.clear();
        use(folder.choice);
        post({ type: 'folderRows', folder: id, from: 0 });
      }
      head.set(folder);
    },
    addRows(folder, from, rows) {
      if (folder !== id || from > all.length) return;
      // What was asked for may have come meanwhile.
      const fresh = rows.slice(all.length - from);
      for (const row of fresh) all.push(row);
      const { rows: next, from: changed } = withRows(shown, fresh, order);
      show(next, changed);
    },
    restore: grid.restore,
    setThumbnail: (folder, picture, bytes) => void (folder === id && pictures.take(picture, bytes)),
  };
}
