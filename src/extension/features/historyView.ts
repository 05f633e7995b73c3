/** *Codes*: what was made and read last, with what is done with it; loaded late. */
import * as vscode from 'vscode';
import { visible } from '../../worker/text/visible';
import { guarded } from '../guarded';
import { withoutIcons } from '../withoutIcons';
import { chooseStored } from './chooseStored';
import {
  type HistoryEntry,
  joinEntries,
  lineOf,
  newEntries,
  type Remembered,
  type ShownCodes,
  withoutEntries,
} from './historyEntries';
import { type HistoryParts, historySize } from './historyParts';
import { historyStore } from './historyStore';

export interface HistoryView {
  entries(): Promise<HistoryEntry[]>;
  item(entry: HistoryEntry): vscode.TreeItem;
  /** Adds what is shown and was not before. */
  remember(shown: ShownCodes, how: Remembered): Promise<void>;
  /** Keeps no more than the setting says. */
  applySize(): Promise<void>;
  copy(entry: HistoryEntry): Promise<void>;
  insert(entry: HistoryEntry): Promise<void>;
  makeAgain(entry: HistoryEntry): Promise<void>;
  openPicture(entry: HistoryEntry): Promise<void>;
  remove(entry: HistoryEntry): Promise<void>;
  search(): Promise<void>;
  chooseFilter(): Promise<void>;
  clear(): Promise<void>;
}

const FILTER = 'qrCodeMaster.codes.filter';
const filters = ['all', 'made', 'read'] as const;

const placeOf = ({ picture }: HistoryEntry): string | undefined =>
  picture === undefined ? undefined : visible(vscode.workspace.asRelativePath(vscode.Uri.parse(picture)));

/** Of a picture outside of the workspace its name: its path would push out what stands beside it. */
const shortPlace = (entry: HistoryEntry): string | undefined => placeOf(entry)?.replace(/^(?:\/|[a-z]:).*[\\/]/i, '');

export function historyView(
  parts: HistoryParts,
  view: vscode.TreeView<HistoryEntry>,
  changed: vscode.EventEmitter<undefined>,
): HistoryView {
  const { context, editors, panelHost } = parts;
  const store = historyStore(context);
  const seen = new WeakSet<object>();
  let followed: HistoryEntry[] = [];
  const filter = () => filters.find((each) => each === context.workspaceState.get(FILTER)) ?? 'all';
  const tell = (entries: readonly HistoryEntry[]) => {
    changed.fire(undefined);
    return vscode.commands.executeCommand('setContext', 'qrCodeMaster.hasCodes', entries.length > 0);
  };
  const change = async (make: (stored: HistoryEntry[]) => HistoryEntry[]) =>
    void (await tell(await store.change(make)));
  const originOf = ({ origin }: HistoryEntry) => (origin === 'made' ? vscode.l10n.t('made') : vscode.l10n.t('read'));
  const told = (entry: HistoryEntry, place: string | undefined) =>
    [originOf(entry), place, new Date(entry.at).toLocaleString(vscode.env.language)].filter(Boolean).join(' · ');

  const self: HistoryView = {
    async entries() {
      const all = await store.read();
      const shown = all.filter(({ origin }) => filter() === 'all' || origin === filter());
      view.message =
        all.length > 0 && shown.length === 0 ? vscode.l10n.t('Nothing is left by this filter.') : undefined;
      void vscode.commands.executeCommand('setContext', 'qrCodeMaster.hasCodes', all.length > 0);
      return shown;
    },
    item(entry) {
      const item = new vscode.TreeItem(lineOf(entry.text));
      item.description = shortPlace(entry) ?? shortTime(entry.at);
      item.tooltip = `${lineOf(entry.text, 1000)}\n\n${told(entry, placeOf(entry))}`;
      item.iconPath = new vscode.ThemeIcon(entry.origin === 'made' ? 'edit' : 'file-media');
      item.contextValue = entry.picture === undefined ? 'code' : 'code picture';
      item.accessibilityInformation = { label: `${lineOf(entry.text)}, ${told(entry, shortPlace(entry))}` };
      item.command = {
        command: 'qrCodeMaster.makeHistoryCode',
        title: vscode.l10n.t('Show Again'),
        arguments: [entry],
      };
      return item;
    },
    async remember(shown, how) {
      const added = newEntries(shown, seen, Date.now());
      // Drawn again, the same is still followed.
      if (!added) return;
      const isFollowed = how === 'followed';
      // Followed by one that is not kept, it goes all the same: it may be how a secret begins.
      const before = isFollowed ? followed : [];
      followed = isFollowed ? added : [];
      const size = historySize();
      if (how === 'restored' || size === 0 || added.length + before.length === 0) return;
      await change((stored) => joinEntries(added, withoutEntries(stored, before), size));
    },
    applySize: () => change((stored) => joinEntries([], stored, historySize())),
    async copy({ text }) {
      await vscode.env.clipboard.writeText(text);
      vscode.window.setStatusBarMessage(vscode.l10n.t('Text copied.'), 5000);
    },
    async insert({ text }) {
      if (await editors.insert(text)) return;
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a file in the editor first.'));
    },
    makeAgain: async ({ text }) => void (await (await panelHost()).panel.make([{ text }])),
    async openPicture({ picture }) {
      if (picture !== undefined) await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(picture));
    },
    remove: (entry) => change((stored) => withoutEntries(stored, [entry])),
    async search() {
      const all = await store.read();
      if (all.length === 0) {
        const none =
          historySize() === 0
            ? vscode.l10n.t('The history is switched off.')
            : vscode.l10n.t('No code was made or read in this workspace yet.');
        void vscode.window.showInformationMessage(none);
        return;
      }
      const buttons = {
        copy: { iconPath: new vscode.ThemeIcon('copy'), tooltip: vscode.l10n.t('Copy Text') },
        insert: { iconPath: new vscode.ThemeIcon('insert'), tooltip: vscode.l10n.t('Insert Text') },
        openPicture: { iconPath: new vscode.ThemeIcon('file-media'), tooltip: vscode.l10n.t('Open Picture') },
      };
      const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { entry: HistoryEntry }>();
      pick.title = vscode.l10n.t('Search the history of codes');
      pick.placeholder = vscode.l10n.t('Part of a text, or of the name of a picture');
      pick.matchOnDescription = true;
      pick.matchOnDetail = true;
      pick.items = all.map((entry) => ({
        label: withoutIcons(lineOf(entry.text)),
        detail: entry.text.length > 80 ? withoutIcons(lineOf(entry.text, 400)) : undefined,
        description: withoutIcons(told(entry, shortPlace(entry))),
        buttons: [buttons.copy, buttons.insert, ...(entry.picture === undefined ? [] : [buttons.openPicture])],
        entry,
      }));
      pick.onDidTriggerItemButton(({ button, item }) => {
        pick.hide();
        const { entry } = item;
        if (button === buttons.copy) void guarded(parts, () => self.copy(entry));
        else if (button === buttons.insert) void guarded(parts, () => self.insert(entry));
        else void guarded(parts, () => self.openPicture(entry));
      });
      pick.onDidAccept(() => {
        const [picked] = pick.selectedItems;
        pick.hide();
        if (picked) void guarded(parts, () => self.makeAgain(picked.entry));
      });
      pick.onDidHide(() => pick.dispose());
      pick.show();
    },
    async chooseFilter() {
      const choices = {
        all: vscode.l10n.t('Everything'),
        made: vscode.l10n.t('Made codes'),
        read: vscode.l10n.t('Read codes'),
      };
      const title = vscode.l10n.t('Filter the history');
      if (await chooseStored(context.workspaceState, FILTER, filter(), choices, title)) changed.fire(undefined);
    },
    async clear() {
      const sure = vscode.l10n.t('Clear');
      const question = vscode.l10n.t('Clear the history of codes of this workspace?');
      const detail = vscode.l10n.t('This cannot be undone.');
      if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, sure)) === sure)
        await change(() => []);
    },
  };
  return self;
}

/** The time of day of today's, the date of others. */
function shortTime(at: number): string {
  const then = new Date(at);
  return then.toDateString() === new Date().toDateString()
    ? then.toLocaleTimeString(vscode.env.language, { hour: '2-digit', minute: '2-digit' })
    : then.toLocaleDateString(vscode.env.language);
}
