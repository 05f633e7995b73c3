/**
 * The one panel: created beside the editor, revealed again, restored after a reload. All it knows
 * of the commands are the given actions.
 */
import * as vscode from 'vscode';
import type { EncodedText } from '../../worker/protocol/methods';
import type { PayloadValues } from '../../worker/protocol/payload';
import type { Level } from '../../worker/protocol/symbol';
import { userLocale } from '../userLocale';
import type { BatchInput } from './batching';
import { textComparison } from './compareText';
import type { Beginning, HostMessage } from './contract';
import type { LastEditor } from './lastEditor';
import { DEFAULT_LEVEL, type MakeOptions } from './makeOptions';
import { panelIntegrity } from './panelAssets';
import { panelNotices } from './panelNotices';
import type { PanelActions, PanelPlatform } from './panelParts';
import { panelSession } from './panelSession';
import { panelStrings } from './panelStrings';
import { qrPanelHtml, randomNonce } from './qrPanelHtml';
import { parseSavedState } from './savedFields';
import type { ReadPicture, Source } from './shown';
import { PANEL_VIEW_TYPE } from './viewType';

export interface QrPanel extends vscode.Disposable {
  /**
   * Makes symbols with the panel's choices and shows them on the Make tab; the focus stays in the
   * editor.
   */
  make(sources: Source[]): Promise<EncodedText[]>;
  /** The same for a filled-in form; values that the kind does not allow are only answered. */
  makePayload(kind: string, values: PayloadValues): Promise<EncodedText>;
  /** Shows the pictures with what was found in them on the Read tab. */
  showPictures(pictures: ReadPicture[]): Promise<void>;
  /** Begins to read the pictures of these files and folders, and shows their table on the Read tab. */
  showFolder(name: string, roots: string[]): Promise<void>;
  /** Shows the Read tab, and what the picture of the clipboard says. */
  readClipboard(): void;
  /** Sets a batch up and shows it on the Batch tab. */
  showBatch(name: string, source: BatchInput): Promise<void>;
  /** Takes over the panel of before a reload. `saved` is what its page kept, whatever that is. */
  restore(restored: vscode.WebviewPanel, saved: unknown): Promise<void>;
  /** Brings the panel to the front, with the focus in it; makes an empty one when there is none. */
  reveal(): void;
  /** Tells the page whether the selection is being followed. */
  setFollowing(on: boolean): void;
  /** The choices for symbols that the panel holds at the moment. */
  options(): MakeOptions;
  /** The level that symbols start from. */
  level(): Level;
  /** The panel was closed. */
  onDidClose: vscode.Event<void>;
}

/** What a page that is not seen need not be told: a new one asks for the rest. */
const FLEETING: HostMessage['type'][] = ['notice', 'folder', 'folderRows', 'thumbnail'];

const BEGIN_COMMANDS: Record<Beginning, string> = {
  selection: 'generateFromSelection',
  text: 'generateFromInput',
  clipboard: 'generateFromClipboard',
  sample: 'makeSample',
  samplePicture: 'readSample',
  table: 'generateBatch',
  history: 'searchHistory',
};

/** The level of the settings. */
const wantedLevel = (): Level =>
  vscode.workspace.getConfiguration('qrCodeMaster.make').get<Level>('level', DEFAULT_LEVEL);

/** It would come to lie over the text that it speaks of. */
const isBehindText = ({ visible, viewColumn }: vscode.WebviewPanel): boolean =>
  !visible && viewColumn !== undefined && viewColumn === vscode.window.activeTextEditor?.viewColumn;

/** Nothing is shown before one of the returned functions is called. */
export function createQrPanel(
  extensionUri: vscode.Uri,
  actions: PanelActions,
  editors: LastEditor,
  log: vscode.LogOutputChannel,
  { remember, openLink }: Pick<PanelPlatform, 'remember' | 'openLink'>,
): QrPanel {
  const assets = vscode.Uri.joinPath(extensionUri, 'dist');
  const options: vscode.WebviewOptions = { enableScripts: true, localResourceRoots: [assets] };
  const closed = new vscode.EventEmitter<void>();
  let panel: vscode.WebviewPanel | undefined;
  const comparison = textComparison();

  const send = (message: HostMessage) => {
    if (panel?.visible) void panel.webview.postMessage(message);
    else if (panel && !FLEETING.includes(message.type)) drawPage(panel);
  };
  const session = panelSession(
    actions,
    {
      locale: userLocale(),
      strings: panelStrings((english) => vscode.l10n.t(english)),
      notices: panelNotices((english, ...values) => vscode.l10n.t(english, ...values)),
      level: wantedLevel,
      leave: editors.focus,
      remember,
      async begin(how) {
        // Only in an editor that has the focus something is selected for the command.
        if (how === 'selection') await editors.focus();
        await vscode.commands.executeCommand(`qrCodeMaster.${BEGIN_COMMANDS[how]}`);
      },
      log: (error) => log.error(error instanceof Error ? error : String(error)),
      copyText: async (text) => vscode.env.clipboard.writeText(text),
      insertText: editors.insert,
      openLink,
      compare: (text, secret) => comparison.compare(text, secret, editors.editor()),
      // A Node Buffer would reach the page as JSON: only a plain array passes as bytes.
      readFile: async (uri) => new Uint8Array(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true))),
    },
    send,
  );

  /**
   * The page from the present state; for a hidden panel this is what it will start from when it is
   * seen again.
   */
  const drawPage = ({ webview }: vscode.WebviewPanel) => {
    const uri = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(assets, file)).toString();
    const sources = {
      cspSource: webview.cspSource,
      scriptUri: uri('panel.js'),
      styleUri: uri('panel.css'),
      nonce: randomNonce(),
      integrity: panelIntegrity,
    };
    webview.html = qrPanelHtml(sources, session.state());
  };

  const adopt = (created: vscode.WebviewPanel) => {
    panel = created;
    created.webview.options = options;
    created.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
    created.webview.onDidReceiveMessage(session.receive);
    created.onDidChangeViewState(() => {
      if (!created.visible) drawPage(created);
    });
    created.onDidDispose(() => {
      if (panel !== created) return;
      panel = undefined;
      session.close();
      closed.fire();
    });
    drawPage(created);
  };

  const open = (preserveFocus: boolean) => {
    const old = panel;
    if (old && !isBehindText(old)) return old.reveal(undefined, preserveFocus);
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus };
    adopt(vscode.window.createWebviewPanel(PANEL_VIEW_TYPE, vscode.l10n.t('QR Code Master'), place, options));
    // A hidden page holds nothing that the new one has not; moved, it would be a preview, whose
    // place the next file takes.
    old?.dispose();
  };

  return {
    async make(sources) {
      const items = await session.make(sources);
      open(true);
      return items;
    },
    async makePayload(kind, values) {
      const item = await session.makePayload(kind, values);
      if (!item.error) open(true);
      return item;
    },
    async showPictures(pictures) {
      await session.showPictures(pictures);
      open(true);
    },
    async showFolder(name, roots) {
      await session.showFolder(name, roots);
      open(true);
    },
    readClipboard() {
      session.readClipboard();
      open(false);
    },
    async showBatch(name, source) {
      await session.showBatch(name, source);
      open(true);
    },
    async restore(restored, saved) {
      const state = parseSavedState(saved);
      // Begun before the page is drawn: it starts with the tab of before, not with an empty one.
      const done = state && session.restore(state);
      adopt(restored);
      await done;
    },
    reveal: () => open(false),
    setFollowing: session.setFollowing,
    options: session.options,
    level: wantedLevel,
    onDidClose: closed.event,
    dispose() {
      closed.dispose();
      comparison.dispose();
      panel?.dispose();
    },
  };
}
