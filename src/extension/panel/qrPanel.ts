/** The one panel: created beside the editor, revealed again, restored after a reload. All it knows of the commands are the given actions. */
import * as vscode from 'vscode';
import type { EncodedText } from '../../worker/protocol/methods';
import { type HostMessage, parseSavedState } from './contract';
import { trackLastEditor } from './insertText';
import { openLink } from './openLink';
import { panelNotices } from './panelNotices';
import { type PanelActions, panelSession } from './panelSession';
import { panelStrings } from './panelStrings';
import { qrPanelHtml, randomNonce } from './qrPanelHtml';
import type { ReadPicture } from './shown';

/** Also in package.json: `onWebviewPanel:qrCodeMaster.panel`. */
export const PANEL_VIEW_TYPE = 'qrCodeMaster.panel';

export interface QrPanel extends vscode.Disposable {
  /** Shows one card per answer on the Make tab; the focus stays in the editor. */
  showSymbols(items: EncodedText[]): void;
  /** Shows the pictures with what was found in them on the Read tab. */
  showPictures(pictures: ReadPicture[]): void;
  /** Brings the panel to the front, with the focus in it; makes an empty one when there is none. */
  reveal(): void;
}

/** Registers the restoring serializer; nothing is shown before one of the returned functions is called. */
export function createQrPanel(extensionUri: vscode.Uri, actions: PanelActions): QrPanel {
  const assets = vscode.Uri.joinPath(extensionUri, 'dist');
  const options: vscode.WebviewOptions = { enableScripts: true, localResourceRoots: [assets] };
  const editors = trackLastEditor();
  let panel: vscode.WebviewPanel | undefined;

  const send = (message: HostMessage) => {
    if (panel?.visible) void panel.webview.postMessage(message);
    else if (panel && message.type !== 'notice') drawPage(panel);
  };
  const session = panelSession(
    actions,
    {
      locale: vscode.env.language.toLowerCase() === 'zh-cn' ? 'zh-cn' : 'en',
      strings: panelStrings((english) => vscode.l10n.t(english)),
      notices: panelNotices((english, ...values) => vscode.l10n.t(english, ...values)),
      copyText: async (text) => vscode.env.clipboard.writeText(text),
      insertText: editors.insert,
      openLink,
      // A Node Buffer would reach the page as JSON: only a plain array passes as bytes.
      readFile: async (uri) => new Uint8Array(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true))),
    },
    send,
  );

  /** The page from the present state; for a hidden panel this is what it will start from when it is seen again. */
  const drawPage = ({ webview }: vscode.WebviewPanel) => {
    const uri = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(assets, file)).toString();
    const sources = { cspSource: webview.cspSource, scriptUri: uri('panel.js'), styleUri: uri('panel.css'), nonce: randomNonce() };
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
      if (panel === created) panel = undefined;
    });
    drawPage(created);
  };

  const open = (preserveFocus: boolean) => {
    if (panel) return panel.reveal(undefined, preserveFocus);
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus };
    adopt(vscode.window.createWebviewPanel(PANEL_VIEW_TYPE, vscode.l10n.t('QR Code Master'), place, options));
  };

  const serializer = vscode.window.registerWebviewPanelSerializer(PANEL_VIEW_TYPE, {
    async deserializeWebviewPanel(restored, saved) {
      adopt(restored);
      const state = parseSavedState(saved);
      if (state) await session.restore(state);
    },
  });

  return {
    showSymbols(items) {
      session.showSymbols(items);
      open(true);
    },
    showPictures(pictures) {
      session.showPictures(pictures);
      open(true);
    },
    reveal: () => open(false),
    dispose() {
      serializer.dispose();
      editors.dispose();
      panel?.dispose();
    },
  };
}
