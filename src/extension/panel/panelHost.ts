/** The panel with all that belongs to it, loaded by its first use: a bundle of its own. */
import type * as vscode from 'vscode';
import type { Operations } from '../audit/operations';
import { recordedActions, recordedLink } from '../audit/recordedActions';
import { type Follow, followSelection } from '../features/followSelection';
import { type PictureReader, pictureReader } from '../features/pictureReader';
import { readChosen } from '../features/readChosen';
import { guarded } from '../guarded';
import type { Server } from '../lateServer';
import { lastFolder } from '../out/lastFolder';
import { lastFormat } from '../out/lastFormat';
import { panelActions } from '../panelActions';
import { linkedPicture } from '../sources/linkedPicture';
import type { WindowWork } from '../windowWork';
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
  /** Reads pictures that are in no file, and shows them. */
  readBytes(pictures: { name: string; bytes: Uint8Array }[]): Promise<void>;
  /** Reads and shows the picture that is linked at a place of a document. */
  readAt(document: vscode.TextDocument, position: vscode.Position): Promise<void>;
  follow: Follow;
}

export interface PanelNeeds {
  context: vscode.ExtensionContext;
  server: Server;
  /** Which editor was used last is known from before the panel was loaded. */
  editors: LastEditor;
  log: vscode.LogOutputChannel;
  remember: PanelPlatform['remember'];
  operations: Pick<Operations, 'note'>;
  work: WindowWork;
}

/**
 * Nothing is shown before the panel is asked to. Everything is disposed with the extension. Throws
 * the fault `file-changed` when a file of the page is not the one that was shipped.
 */
export async function createPanelHost({
  context,
  server,
  editors,
  log,
  operations,
  work,
  remember,
}: PanelNeeds): Promise<PanelHost> {
  await checkPanelAssets(context.extensionUri);
  const reader = pictureReader({ server, context });
  const actions = recordedActions(
    panelActions({
      server,
      reader,
      work,
      last: lastFolder(context.workspaceState),
      formats: lastFormat(context.globalState),
      editor: editors.editor,
      follow: (on) => follow.set(on),
    }),
    operations,
  );
  const panel = createQrPanel(context.extensionUri, actions, editors, log, {
    remember,
    openLink: recordedLink(operations),
  });
  const follow = followSelection(panel, (action) => void guarded({ log }, action));
  context.subscriptions.push(panel, follow);
  const readBytes = async (pictures: { name: string; bytes: Uint8Array }[]) => {
    const answers = await actions.decode(pictures);
    await panel.showPictures(pictures.flatMap((each, i) => (answers[i] ? [{ ...each, picture: answers[i] }] : [])));
  };
  const choose = readChosen(panel, reader);
  return {
    panel,
    actions,
    follow,
    reader,
    readChosen: choose,
    readBytes,
    async readAt(document, position) {
      const linked = await linkedPicture(document, position);
      if (linked?.uri) return choose([linked.uri]);
      const bytes = await linked?.read();
      if (linked && bytes) await readBytes([{ name: linked.name, bytes }]);
    },
  };
}
