/** The panel with all that belongs to it, loaded by its first use: a bundle of its own. */
import type * as vscode from 'vscode';
import { type Follow, followSelection } from '../features/followSelection';
import { type PictureReader, pictureReader } from '../features/pictureReader';
import { readChosen } from '../features/readChosen';
import { guarded } from '../guarded';
import type { Server } from '../lateServer';
import { lastFolder } from '../out/lastFolder';
import { lastFormat } from '../out/lastFormat';
import { panelActions } from '../panelActions';
import type { LastEditor } from './lastEditor';
import { checkPanelAssets } from './panelAssets';
import type { PanelActions, PanelPlatform } from './panelParts';
import { createQrPanel, type QrPanel } from './qrPanel';

export interface PanelHost {
  panel: QrPanel;
  actions: PanelActions;
  reader: PictureReader;
  /** Reads the pictures that these files and folders are or hold, and shows them. */
  readChosen(roots: readonly vscode.Uri[]): Promise<void>;
  follow: Follow;
}

export interface PanelNeeds {
  context: vscode.ExtensionContext;
  server: Server;
  /** Which editor was used last is known from before the panel was loaded. */
  editors: LastEditor;
  log: vscode.LogOutputChannel;
  remember: PanelPlatform['remember'];
}

/**
 * Nothing is shown before the panel is asked to. Everything is disposed with the extension. Throws
 * the fault `file-changed` when a file of the page is not the one that was shipped.
 */
export async function createPanelHost({ context, server, editors, log, remember }: PanelNeeds): Promise<PanelHost> {
  await checkPanelAssets(context.extensionUri);
  const reader = pictureReader({ server, context });
  const actions = panelActions({
    server,
    reader,
    last: lastFolder(context.workspaceState),
    formats: lastFormat(context.globalState),
    editor: editors.editor,
    follow: (on) => follow.set(on),
  });
  const panel = createQrPanel(context.extensionUri, actions, editors, log, remember);
  const follow = followSelection(panel, (action) => void guarded({ log }, action));
  context.subscriptions.push(panel, follow);
  return { panel, actions, follow, reader, readChosen: readChosen(panel, reader) };
}
