/**
 * The panel's page: draws the state that stands in it, then whatever the extension sends, and tells
 * the extension what the user does.
 */
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import '@vscode-elements/elements/dist/vscode-textarea/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import './panel.css';
import './panelContrast.css';
import './controls.css';
import './form.css';
import './sheet.css';
import './cards.css';
import './make.css';
import './makeContrast.css';
import './read.css';
import './readText.css';
import './folderTable.css';
import './pictureTools.css';
import './batch.css';
import type { HostMessage, PanelMessage, PanelState, SavedState } from '../../src/extension/panel/contract';
import { type BatchView, batchView } from './batchView';
import { betweenPresses } from './betweenPresses';
import { h, on } from './dom';
import { acceptPictures, takePicture } from './dropZone';
import { type FolderTable, folderTable } from './folderTable';
import { followBar } from './followBar';
import { makeView } from './makeView';
import { optionsForm } from './optionsForm';
import type { Page } from './page';
import { payloadForm } from './payloadForm';
import { pendingPngs } from './pendingPngs';
import { readClipboard } from './readClipboard';
import { takeReadMessage } from './readMessages';
import { type ReadView, readView } from './readView';
import { showFormat } from './saveButton';
import { scrollPlaces } from './scrollPlaces';
import { summary } from './summary';
import { tabs } from './tabs';
import { fillIn } from './words';

declare function acquireVsCodeApi(): { postMessage(message: PanelMessage): void; setState(state: SavedState): void };

const vscode = acquireVsCodeApi();
const root = document.querySelector('main')!;
const status = h('p', { class: 'status', role: 'status' });
let state = JSON.parse(document.querySelector('#state')!.textContent!) as PanelState;
/** What each tab shows: something else is shown from its top. */
const shown = { make: '', read: '', batch: '' };
let read: ReadView;
let batch: BatchView;

const page: Page = {
  get strings() {
    return state.strings;
  },
  get locale() {
    return state.locale;
  },
  get options() {
    return state.options;
  },
  get saveFormat() {
    return state.saveFormat;
  },
  set saveFormat(format) {
    state.saveFormat = format;
  },
  restyle(options) {
    state.options = options;
    for (const card of make.cards) card.restyle();
  },
  post: (message) => vscode.postMessage(message),
  png: (view, index) => pngs.ask(view, index),
  tell(text, kind = 'done') {
    status.className = `status ${kind}`;
    status.textContent = text;
  },
};

const pngs = pendingPngs(page.post);
const form = payloadForm(page);
const options = optionsForm(page, state.defaults);
const drawBatch = batchView(page);
let table: FolderTable | undefined;
const make = makeView({ payload: form.element, options: options.element }, page);
const follow = followBar(page);
const scrolled = scrollPlaces(root);
const titles = [
  { id: 'make', title: page.strings.tabMake },
  { id: 'read', title: page.strings.tabRead },
  { id: 'batch', title: page.strings.tabBatch },
] as const;
const frame = tabs([...titles], page.strings.title, (tab) => {
  state.tab = tab;
  page.post({ type: 'switchTab', tab });
  vscode.setState((state.saved = { ...state.saved, tab }));
  scrolled.restore();
});

function draw(): void {
  const { symbols, pictures } = state;
  vscode.setState(state.saved);
  const focus = keepFocus();
  const { make: texts } = shown;
  noteWhatIsNew();
  if (symbols.length > 0 && texts !== shown.make) form.finish();
  options.set(state.options, state.following);
  follow.set(state.following);
  showFormat(state.saveFormat);
  make.draw(state);
  if (state.folder) {
    table ??= folderTable(page, state.folder.choice);
    table.set(state.folder);
  }
  read = readView(state, page, state.folder && table?.element);
  batch = drawBatch(state);
  frame.fill('make', make.element, symbols.length);
  frame.fill('read', read.element, pictures.length);
  frame.fill('batch', batch.element, state.batch?.count ?? 0);
  frame.show(state.tab);
  scrolled.restore();
  table?.restore();
  focus();
  page.tell(summary(state));
  if (state.wantsClipboard) {
    state.wantsClipboard = false;
    page.post({ type: 'clipboardAsked' });
    void readClipboard(page, (file) => takePicture(file, page));
  }
}

function noteWhatIsNew(): void {
  const { symbols, pictures, batch } = state;
  const now = {
    make: symbols.map(({ text, fileName }) => [text, fileName]),
    // A picture of the table is shown below it.
    read: state.folder ? state.folder.id : pictures.map(({ name, ms }) => [name, ms]),
    batch: [batch?.name, batch?.columns],
  };
  for (const tab of ['make', 'read', 'batch'] as const) {
    const key = JSON.stringify(now[tab]);
    if (key !== shown[tab]) scrolled.forget(tab);
    shown[tab] = key;
  }
}

/**
 * Drawing anew takes the focus away: a field that outlives it gets it back, a card's button gives
 * it to the card. A page without the focus takes none: that would draw what is being typed from the
 * editor into the panel.
 */
function keepFocus(): () => void {
  if (!document.hasFocus()) return () => {};
  const focused = document.activeElement;
  const card = [...root.querySelectorAll('.cards > article')].findIndex((article) => article.contains(focused));
  const typing = (focused as { wrappedElement?: HTMLInputElement } | null)?.wrappedElement;
  const { selectionStart = null, selectionEnd = null } = typing ?? {};
  return () => {
    if (!(focused instanceof HTMLElement) || focused === document.body) return;
    if (focused.isConnected) {
      focused.focus();
      // Else all of its text were selected, for the next key to take away.
      if (selectionStart !== null) typing?.setSelectionRange(selectionStart, selectionEnd);
      // The form that held it has closed: what it made is next.
      if (document.activeElement !== focused) root.querySelector<HTMLElement>('.cards > article')?.focus();
    } else if (card >= 0) root.querySelectorAll<HTMLElement>('.cards > article')[card]?.focus();
  };
}

function replaceSymbol({ index, card, saved }: Extract<HostMessage, { type: 'symbol' }>): void {
  state.symbols[index] = card;
  vscode.setState((state.saved = saved));
  const focus = keepFocus();
  make.replace(index, card, state);
  focus();
  const { symbol } = card;
  if (symbol) page.tell(fillIn(state.strings.levelChanged, { level: symbol.level, version: symbol.version }));
  else page.tell(card.error ?? '', 'error');
}

const take = betweenPresses((data: HostMessage) => {
  switch (data.type) {
    case 'state':
      state = data.state;
      return draw();
    case 'symbol':
      if (data.view === state.view) replaceSymbol(data);
      return;
    case 'saved':
      return vscode.setState((state.saved = data.saved));
    case 'forms':
      return form.setForms(data.forms);
    case 'fillForm':
      return form.fill(data.kind, data.values);
    case 'png':
      return pngs.answer(data.request, data.bytes);
    case 'picture':
      if (data.view === state.view) make.cards[data.index]?.setPicture(data.address);
      return;
    case 'scanMargin':
      if (data.view === state.view) make.cards[data.index]?.setScanMargin(data.scanMargin);
      return;
    case 'logoFile':
      void options.takeLogo(data.name, data.bytes);
      return;
    case 'following':
      state.following = data.on;
      follow.set(data.on);
      return options.set(state.options, data.on);
    case 'batchProgress':
      return batch.setProgress(data.done, data.count);
    case 'capacity':
      return form.setCapacity(data.request, data.capacity);
    case 'notice':
      return page.tell(data.text, data.kind);
    default:
      return takeReadMessage(data, { view: state.view, read, table });
  }
});
addEventListener('message', ({ data }: MessageEvent<HostMessage>) => take(data));

acceptPictures(() => page);
addEventListener('resize', () => {
  for (const card of make.cards) card.resize();
});
root.append(h('h1', { class: 'unseen' }, page.strings.title), frame.list, follow.element, ...frame.pages, status);
on(document.body, 'keydown', (event) => {
  if ((event as KeyboardEvent).key === 'Escape' && !event.defaultPrevented) page.post({ type: 'leave' });
});
draw();
page.post({ type: 'loaded', view: state.view });
