/**
 * The language client: talks to the server thread, restarts it after a crash, and is loaded only
 * when something needs it.
 */
import { TOOL_NAME } from '../worker/protocol/toolName';
import 'vscode-jsonrpc/browser';
import * as vscode from 'vscode';
import { BaseLanguageClient, type LanguageClientOptions, type MessageTransports } from 'vscode-languageclient';
import type { ActionNote } from '../worker/protocol/actionNote';
import { MAX_FILE_MB, watchedGlob } from '../worker/protocol/deploymentFiles';
import { linkTransports } from '../worker/protocol/messagePort';
import { type FolderEntry, type Method, readFileMethod, readFolderMethod } from '../worker/protocol/methods';
import { watchedLink } from '../worker/protocol/watchedLink';
import { documentSelector } from './documentSelector';
import { endThread } from './endThread';
import { NOTE_ACTION, noteAction } from './noteAction';
import { requestLog } from './requestLog';
import { SAVE_FILE } from './saveFile';
import { serverEnds } from './serverEnds';
import { SHOW_PLACE, showPlace } from './showPlace';
import type { ServerThread } from './startNodeWorker';
import { tellsWritten } from './tellsWritten';
import { withoutDuplicates } from './withoutDuplicates';

/** Longer is not waited for the thread's end. */
const END_MS = 2000;

class ThreadClient extends BaseLanguageClient {
  private thread: ServerThread | undefined;
  constructor(
    private readonly startThread: () => ServerThread,
    private readonly log: vscode.LogOutputChannel,
    options: LanguageClientOptions,
  ) {
    super('qrCodeMaster', 'QR Code Master', options);
  }
  protected override async createMessageTransports(): Promise<MessageTransports> {
    // A thread that hangs never exits by itself: the one before is ended first.
    await endThread(this.thread, END_MS);
    this.thread = this.startThread();
    const hung = () => this.log.error('The worker does not answer any more: it is ended.');
    return linkTransports(watchedLink(this.thread.link, hung));
  }
  /** Ends the thread even when the server no longer answers. */
  async end(): Promise<void> {
    await this.stop(1000).catch(() => undefined);
    await endThread(this.thread, END_MS);
  }
}

/** What the rest of the extension needs of the server. */
export interface ServerClient {
  request<Params extends object, Result>(
    method: Method<Params, Result>,
    params: Params,
    cancel?: vscode.CancellationToken,
  ): Promise<Result>;
  onNotification<Params extends object>(
    method: Method<Params, void>,
    listener: (params: Params) => void,
  ): vscode.Disposable;
  asDiagnostics(diagnostics: unknown[]): Promise<vscode.Diagnostic[]>;
  /** Tells it of a file that the window wrote, as a watcher would. */
  wrote(uri: vscode.Uri): void;
  dispose(): Promise<void>;
}

/**
 * What is open as it stands in the editor; else bytes, which the server decodes. Null: there is no
 * such file; undefined: it cannot be read.
 */
async function readContent(uri: vscode.Uri): Promise<Uint8Array | string | null | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > MAX_FILE_MB * 1024 * 1024 ? undefined : new Uint8Array(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    return error instanceof vscode.FileSystemError && error.code === 'FileNotFound' ? null : undefined;
  }
}

async function readFolder(uri: vscode.Uri): Promise<FolderEntry[] | null> {
  try {
    const entries = (await vscode.workspace.fs.readDirectory(uri)).map(([name, type]) => ({
      name,
      isFolder: type === vscode.FileType.Directory,
    }));
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return null;
  }
}

/**
 * Other linters answer later than ours: when what they say of a document changes, ours is asked for
 * again.
 */
function refreshAfterOthers(client: ThreadClient): vscode.Disposable {
  const said = new Map<string, string>();
  return vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    for (const uri of uris) {
      const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
      if (!document || vscode.languages.match(documentSelector, document) === 0) continue;
      const theirs = vscode.languages.getDiagnostics(uri).filter(({ source }) => source !== TOOL_NAME);
      const now = JSON.stringify(theirs.map(({ code, range }) => [code, range.start.line]));
      const before = said.get(uri.toString()) ?? '[]';
      said.set(uri.toString(), now);
      if (now !== before)
        client.getFeature('textDocument/diagnostic').getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
    }
  });
}

/**
 * @param reported told of each document whose diagnostics have come and are shown
 * @param noted told of what the light bulb did
 */
export async function startClient(
  startThread: () => ServerThread,
  log: vscode.LogOutputChannel,
  reported: (uri: vscode.Uri) => void,
  noted: (note: ActionNote) => void,
): Promise<ServerClient> {
  const client = new ThreadClient(startThread, log, {
    documentSelector,
    outputChannel: log,
    errorHandler: serverEnds(log),
    initializationOptions: {
      ownWorkspaceCheck: true,
      showsStatus: true,
      placeCommand: SHOW_PLACE,
      saveCommand: SAVE_FILE,
      noteCommand: NOTE_ACTION,
      rulePageLink: 'command:qrCodeMaster.openRulePage?%5B%22{rule}%22%5D',
    },
    diagnosticPullOptions: { onChange: true, onTabs: false },
    markdown: { isTrusted: { enabledCommands: ['qrCodeMaster.openRulePage'] } },
    middleware: {
      sendRequest: requestLog((line) => log.info(line)),
      provideDiagnostics: async (document, previous, token, next) => {
        const uri = 'uri' in document ? document.uri : document;
        // Rule pages, and files that are only shown.
        if (uri.scheme.startsWith('qrcodemaster-')) return undefined;
        const report = await next(document, previous, token);
        if (report?.kind !== 'full') return report;
        // Shown once this function has given them.
        setTimeout(() => reported(uri));
        const hides = vscode.workspace
          .getConfiguration('qrCodeMaster.compliance', uri)
          .get<boolean>('hideDuplicates', true);
        return hides
          ? { ...report, items: withoutDuplicates(report.items, vscode.languages.getDiagnostics(uri)) }
          : report;
      },
    },
    synchronize: {
      fileEvents: vscode.workspace.createFileSystemWatcher(watchedGlob()),
    },
  });
  client.registerProposedFeatures?.();
  client.onRequest(readFileMethod.method, async ({ uri }: { uri: string }) => ({
    content: await readContent(vscode.Uri.parse(uri)),
  }));
  client.onRequest(readFolderMethod.method, async ({ uri }: { uri: string }) => ({
    entries: await readFolder(vscode.Uri.parse(uri)),
  }));
  await client.start();
  const written = tellsWritten(client);
  const parts = [
    written,
    refreshAfterOthers(client),
    vscode.commands.registerCommand(SHOW_PLACE, showPlace),
    vscode.commands.registerCommand(NOTE_ACTION, noteAction(noted)),
  ];
  return {
    // An absent token is left out: in its place null would be sent.
    request: (method, params, cancel) => client.sendRequest(method.method, params, ...(cancel ? [cancel] : [])),
    onNotification: (method, listener) => client.onNotification(method.method, listener),
    asDiagnostics: (diagnostics) => client.protocol2CodeConverter.asDiagnostics(diagnostics as never),
    wrote: written.wrote,
    dispose: () => {
      for (const part of parts) part.dispose();
      return client.end();
    },
  };
}
