/** The language client: talks to the server thread, restarts it after a crash, and is loaded only when something needs it. */
import 'vscode-jsonrpc/browser';
import * as vscode from 'vscode';
import { BaseLanguageClient, type LanguageClientOptions, type MessageTransports } from 'vscode-languageclient';
import { watchedGlob } from '../worker/protocol/deploymentFiles';
import { linkTransports } from '../worker/protocol/messagePort';
import { type Method, readFileMethod } from '../worker/protocol/methods';
import { documentSelector } from './documentSelector';
import type { ServerThread } from './startNodeWorker';

/** Crashes within three minutes after which the server stays down until it is asked for by hand. */
const MAX_RESTARTS = 4;
/** Files above this are not read for the linter. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;

class ThreadClient extends BaseLanguageClient {
  private thread: ServerThread | undefined;
  constructor(
    private readonly startThread: () => ServerThread,
    options: LanguageClientOptions,
  ) {
    super('qrCodeMaster', 'QR Code Master', options);
  }
  protected override async createMessageTransports(): Promise<MessageTransports> {
    // A thread that hangs never exits by itself: the one before is ended first.
    await this.thread?.terminate();
    this.thread = this.startThread();
    return linkTransports(this.thread.link);
  }
  /** Ends the thread even when the server no longer answers. */
  async end(): Promise<void> {
    await this.stop(1000).catch(() => undefined);
    await this.thread?.terminate();
  }
}

/** What the rest of the extension needs of the server. */
export interface ServerClient {
  request<Params extends object, Result>(
    method: Method<Params, Result>,
    params: Params,
    cancel?: vscode.CancellationToken,
  ): Promise<Result>;
  onNotification<Params extends object>(method: Method<Params, void>, listener: (params: Params) => void): vscode.Disposable;
  asDiagnostics(diagnostics: unknown[]): Promise<vscode.Diagnostic[]>;
  dispose(): Promise<void>;
}

async function readText(uri: vscode.Uri): Promise<string | null> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > MAX_FILE_BYTES ? null : new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

export async function startClient(startThread: () => ServerThread, log: vscode.LogOutputChannel): Promise<ServerClient> {
  const client = new ThreadClient(startThread, {
    documentSelector,
    outputChannel: log,
    connectionOptions: { maxRestartCount: MAX_RESTARTS },
    initializationOptions: { ownWorkspaceCheck: true, rulePageLink: 'command:qrCodeMaster.openRulePage?%5B%22{rule}%22%5D' },
    diagnosticPullOptions: { onChange: true, onTabs: false },
    markdown: { isTrusted: { enabledCommands: ['qrCodeMaster.openRulePage'] } },
    synchronize: {
      fileEvents: vscode.workspace.createFileSystemWatcher(watchedGlob),
    },
  });
  client.registerProposedFeatures?.();
  client.onRequest(readFileMethod.method, async ({ uri }: { uri: string }) => ({ text: await readText(vscode.Uri.parse(uri)) }));
  await client.start();
  return {
    request: (method, params, cancel) => client.sendRequest(method.method, params, cancel),
    onNotification: (method, listener) => client.onNotification(method.method, listener),
    asDiagnostics: (diagnostics) => client.protocol2CodeConverter.asDiagnostics(diagnostics as never),
    dispose: () => client.end(),
  };
}
