/**
 * The server's compliance half: pull diagnostics, code actions, hovers and rule pages, answered
 * from one cached lint result per document version.
 */
import {
  type Connection,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type TextDocuments,
  type WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Checked,
  createChecker,
  hover,
  hoverConfig,
  type Lint,
  mayBeFound,
  nearestOrNewConfig,
  type Settings,
} from '../compliance/index';
import { type CheckedDocument, checkedNotification } from '../protocol/checked';
import type { Finding, Locale, Position } from '../protocol/finding';
import { isOpen } from '../protocol/isOpen';
import { assessService } from './assessService';
import { attestService } from './attestService';
import { baselineService } from './baselineService';
import { baselineWatch } from './baselineWatch';
import { changedAddresses } from './changedAddresses';
import { checkedDocument } from './checkedDocument';
import { checkFilesService } from './checkFilesService';
import { codeActions } from './codeActions';
import { configActions } from './configActions';
import { baselineDiagnostics, configDiagnostics, isConfig } from './configDocument';
import { asDiagnostic } from './diagnostics';
import { hardeningAt } from './hardeningAt';
import { pictureService } from './pictureService';
import { pushDiagnostics } from './pushDiagnostics';
import { settingsOf } from './settings';
import { tellsConfigs } from './tellsConfigs';
import { warnsOnce } from './warnsOnce';
import { type ComplianceFiles, workspaceTexts } from './workspaceTexts';

interface Parts {
  connection: Connection;
  documents: TextDocuments<TextDocument>;
  files: ComplianceFiles;
  lint: Lint;
  today(): string;
  locale: Locale;
  rulePageLink: string | undefined;
  placeCommand: string | undefined;
  saveCommand: string | undefined;
  noteCommand: string | undefined;
  /** Asks the client to tell of more files; undefined: it cannot. */
  watch: ((glob: string) => void) | undefined;
  hasConfiguration: boolean;
  /** The client asks for diagnostics; else they are sent to it. */
  canPull: boolean;
  canRefresh: boolean;
  /** The client shows annotated edits before it makes them. */
  canCreate: boolean;
  /** The client wants `compliance/checked`. */
  showsStatus: boolean;
  folders(): readonly string[];
}

export interface ComplianceService {
  /** The client has others: what is known of files and settings may not hold. */
  foldersChanged(): void;
}

const FULL = DocumentDiagnosticReportKind.Full;

export function complianceService({
  connection,
  documents,
  files,
  lint,
  today,
  locale,
  rulePageLink,
  placeCommand,
  saveCommand,
  noteCommand,
  watch,
  hasConfiguration,
  canPull,
  canRefresh,
  canCreate,
  showsStatus,
  folders,
}: Parts): ComplianceService {
  const askSettings = (scopeUri: string) =>
    connection.workspace.getConfiguration({
      scopeUri,
      section: 'qrCodeMaster.compliance',
    }) as Promise<Partial<Settings> | null>;
  const settings = settingsOf(hasConfiguration ? askSettings : undefined, folders);
  const warnOnce = warnsOnce((text) => connection.console.warn(text), locale);
  const isForeign = (config: string, uri: string): boolean => {
    const isTheirs = files.isForeign?.(config, uri) === true;
    if (isTheirs) warnOnce('foreign', config);
    return isTheirs;
  };
  const texts = workspaceTexts(documents, { ...files, isForeign }, folders);
  const uses = showsStatus ? tellsConfigs(connection) : () => {};
  const checker = createChecker({ workspace: texts, settings, locale, today, lint, uses });
  const assessing = assessService({ connection, texts, settings, lint, locale, today, folders, uses });
  const { check, checkFound, forget, forgetDependents } = checker;

  const watchBaseline = baselineWatch(watch);
  const visibleOf = async (uri: string, { findings, baseline }: Checked): Promise<Finding[]> => {
    watchBaseline(baseline?.uri);
    const { baselineFindings } = await settings(uri);
    return findings.filter((f) => !f.suppressed && (isOpen(f) || baselineFindings !== 'hidden'));
  };
  const shown = async (uri: string, checked: Checked) =>
    (await visibleOf(uri, checked)).map((f) => asDiagnostic(f, rulePageLink, locale));
  const configShown = async (uri: string, text: string) => {
    const { address, diagnostics } = await baselineDiagnostics(uri, text, locale, texts.text);
    watchBaseline(address);
    return [...configDiagnostics(uri, text, locale, today()), ...diagnostics];
  };
  const tell = (checked: CheckedDocument) =>
    showsStatus && void connection.sendNotification(checkedNotification.method, checked);

  const diagnosticsOf = async (document: TextDocument): Promise<Diagnostic[]> => {
    if (isConfig(document.uri)) return configShown(document.uri, document.getText());
    const { version } = document;
    const checked = await check(document);
    tell(checkedDocument(document.uri, version, checked));
    return shown(document.uri, checked);
  };
  connection.languages.diagnostics.on(async ({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    return { kind: FULL, items: document ? await diagnosticsOf(document) : [] };
  });

  /** Undefined: it is no deployment file. */
  const checkAt = (uri: string) => {
    const open = documents.get(uri);
    return open ? check(open) : checkFound(uri);
  };
  const diagnosticsAt = async (uri: string): Promise<Diagnostic[] | undefined> => {
    if (isConfig(uri)) return configShown(uri, (await texts.text(uri)) ?? '');
    const checked = await checkAt(uri);
    return checked && shown(uri, checked);
  };
  connection.languages.diagnostics.onWorkspace(async (_params, cancel) => {
    const failed = (folder: string, reason: string) => warnOnce('notSearched', folder, reason);
    const { uris, isCut } = (await files.list?.(folders(), { wants: mayBeFound, failed })) ?? {
      uris: [],
      isCut: false,
    };
    if (isCut) warnOnce('cut');
    const items: WorkspaceFullDocumentDiagnosticReport[] = [];
    for (const uri of uris) {
      if (cancel.isCancellationRequested) break;
      const version = documents.get(uri)?.version ?? null;
      items.push({ kind: FULL, uri, version, items: (await diagnosticsAt(uri)) ?? [] });
    }
    return { items };
  });
  checkFilesService({ connection, locale, diagnosticsAt });
  pictureService({ connection, check: checker.check, shown });

  /** What is there now: a client may have missed that it changed. */
  const textNow = (uri: string) => {
    againFor(texts.forgetChanged([uri]));
    return texts.text(uri);
  };
  const configAt = (uri: string) => nearestOrNewConfig(uri, { ...texts, text: textNow }, folders());
  attestService({ connection, configAt, today, locale });
  baselineService({ connection, check: checkAt, today });

  connection.onCodeAction(async ({ textDocument: { uri }, range, context }) => {
    const document = documents.get(uri);
    if (!document) return [];
    const text = document.getText();
    if (isConfig(uri))
      return configActions({ uri, text, range, only: context.only, locale, today: today(), placeCommand });
    const checked = await check(document);
    const { profile, baseline } = checked;
    const findings = await visibleOf(uri, checked);
    const nearest = uri.includes('/') ? await configAt(uri) : undefined;
    const config = nearest && texts.isEditable(nearest.uri) ? nearest : undefined;
    return codeActions({
      uri,
      version: document.version,
      text,
      range,
      only: context.only,
      locale,
      findings,
      hardening: await hardeningAt(checked, range, context.only),
      canCreate,
      placeCommand,
      saveCommand,
      noteCommand,
      profile,
      config: config && { text: undefined, ...config },
      baseline: baseline && texts.isEditable(baseline.uri) ? baseline : undefined,
      today: today(),
      asDiagnostic: (finding) => asDiagnostic(finding, rulePageLink, locale),
    });
  });

  const hoverOf = async (document: TextDocument, position: Position) => {
    const { findings, satisfied } = await check(document);
    return hover(document.getText(), position, findings, satisfied, locale);
  };

  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const document = documents.get(uri);
    const text =
      document &&
      (isConfig(uri) ? hoverConfig(document.getText(), position, locale) : await hoverOf(document, position));
    return text ? { contents: { kind: 'markdown', value: text.markdown }, range: text.range } : null;
  });

  // Another open file may depend on this one; its own version did not change.
  const forgetOthers = (changed?: readonly string[]) => {
    for (const part of [forgetDependents, assessing.forget]) part(changed);
  };
  documents.onDidChangeContent(({ document: { uri } }) => forgetOthers([uri]));
  documents.onDidClose(({ document: { uri } }) => {
    for (const part of [forget, texts.forget, settings.forget]) part(uri);
    forgetOthers([uri]); // They rest on it as it was in the editor.
  });
  // After the listeners above: they forget what the answers to come may not rest on.
  const pushAll = canPull ? undefined : pushDiagnostics(connection, documents, diagnosticsOf);
  const again = (changed?: readonly string[]) => {
    for (const address of changed ?? [undefined]) texts.forget(address);
    forgetOthers(changed);
    pushAll?.();
    if (canRefresh) connection.languages.diagnostics.refresh();
  };
  const againFor = (changed: readonly string[]) => {
    if (changed.length > 0) again(changed);
  };
  const startAgain = () => {
    settings.forget();
    again();
  };
  connection.onDidChangeConfiguration(startAgain);
  connection.onDidChangeWatchedFiles(({ changes }) => againFor(changedAddresses(changes, texts.knownAt)));
  return { foldersChanged: startAgain };
}
