/** The language server: one factory for every host, and the only place that lists capabilities. */
import {
  CompletionRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Lint } from './compliance/index';
import { watchedGlob } from './protocol/deploymentFiles';
import { localeOf } from './protocol/localeOf';
import { batchService } from './service/batchService';
import { clientFolders } from './service/clientFolders';
import { FIX_ALL } from './service/codeActions';
import { complianceService } from './service/complianceService';
import { CONFIG_COMPLETION, completions, isConfig } from './service/configDocument';
import { ignoreService } from './service/ignoreService';
import { type QrHost, qrService } from './service/qrService';
import { scaffoldService } from './service/scaffoldService';
import type { ComplianceFiles } from './service/workspaceTexts';

/** What a platform gives the server: its files, its threads, its clock. */
export interface ServerHost extends QrHost {
  files(connection: Connection): ComplianceFiles;
  /** Judges off the server's thread. */
  linter(warn: (line: string) => void): Lint;
  /** Local date, `YYYY-MM-DD`. */
  today(): string;
  /** The connection has ended: stop every thread. */
  dispose(): void;
}

/** Options that a client may send with `initialize`. */
interface InitializationOptions {
  /** The client asks for the whole workspace itself (`compliance/check`) and must not be polled. */
  ownWorkspaceCheck?: boolean;
  /** The client shows counts and times (`compliance/checked`). */
  showsStatus?: boolean;
  /**
   * Command that goes to a place, given its URI and position: it follows the fixes that leave words
   * to a person.
   */
  placeCommand?: string;
  /** Command that saves a file, given its URI: it follows an edit that is to hold at once. */
  saveCommand?: string;
  /** Command that takes down what an entry of the light bulb did, and runs another one. */
  noteCommand?: string;
  /** Link of a rule page, `{rule}` standing for its id; without it diagnostics carry no link. */
  rulePageLink?: string;
}

/** Wires the services to a connection; the caller then calls `connection.listen()`. */
export function createServer(connection: Connection, host: ServerHost): void {
  const documents = new TextDocuments(TextDocument);
  let canRegister = false;
  let canRegisterCompletion = false;
  let canWatch = false;
  let followFolders = () => {};
  const watch = (globPattern: string) =>
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] });

  connection.onInitialize((params: InitializeParams) => {
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    const locale = localeOf(params.locale);
    const workspace = params.capabilities.workspace;
    canRegister = workspace?.didChangeConfiguration?.dynamicRegistration === true;
    // A client that checks the workspace itself watches it, too.
    canWatch = workspace?.didChangeWatchedFiles?.dynamicRegistration === true && options.ownWorkspaceCheck !== true;
    canRegisterCompletion = params.capabilities.textDocument?.completion?.dynamicRegistration === true;
    connection.onCompletion(({ textDocument: { uri }, position }) => {
      const document = isConfig(uri) ? documents.get(uri) : undefined;
      return document ? completions(document.getText(), position, locale, host.today()) : null;
    });
    qrService(connection, host, locale);
    batchService(connection, host, locale);
    scaffoldService(connection, locale);
    const folders = clientFolders(params);
    const files = host.files(connection);
    ignoreService(connection, files, folders.now);
    const { foldersChanged } = complianceService({
      connection,
      documents,
      files,
      lint: host.linter((line) => connection.console.warn(line)),
      today: host.today,
      locale,
      rulePageLink: options.rulePageLink,
      placeCommand: options.placeCommand,
      saveCommand: options.saveCommand,
      noteCommand: options.noteCommand,
      watch: workspace?.didChangeWatchedFiles?.dynamicRegistration === true ? watch : undefined,
      hasConfiguration: workspace?.configuration === true,
      canPull: params.capabilities.textDocument?.diagnostic !== undefined,
      canRefresh: workspace?.diagnostics?.refreshSupport === true,
      canCreate:
        workspace?.workspaceEdit?.documentChanges === true &&
        workspace.workspaceEdit.resourceOperations?.includes('create') === true,
      showsStatus: options.showsStatus === true,
      folders: folders.now,
    });
    followFolders = () => {
      if (workspace?.workspaceFolders !== true) return;
      connection.workspace.onDidChangeWorkspaceFolders((event) => {
        folders.change(event);
        foldersChanged();
      });
    };
    return {
      serverInfo: { name: 'qr-code-master' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        diagnosticProvider: {
          identifier: 'qr-code-master',
          interFileDependencies: true,
          workspaceDiagnostics: options.ownWorkspaceCheck !== true,
        },
        codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
        hoverProvider: true,
        // Where possible it is registered for the configuration alone, so that typing elsewhere
        // asks nobody.
        ...(!canRegisterCompletion && {
          completionProvider: { triggerCharacters: CONFIG_COMPLETION.triggerCharacters },
        }),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.onInitialized(() => {
    followFolders();
    if (canRegisterCompletion) void connection.client.register(CompletionRequest.type, CONFIG_COMPLETION);
    if (canWatch) watch(watchedGlob());
    if (canRegister)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'qrCodeMaster' });
  });
  connection.onShutdown(() => host.dispose());
  documents.listen(connection);
}
