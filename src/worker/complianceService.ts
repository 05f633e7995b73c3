/** The server's compliance half: pull diagnostics, code actions, hovers and rule pages, answered from one cached lint result per document version. */
import {
  type Connection,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type TextDocuments,
  type WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions } from './codeActions';
import { hoverConfig } from './compliance/config/hover';
import { hover } from './compliance/hover';
import { kindOf } from './compliance/kinds';
import { type LintDocument, lint } from './compliance/lint';
import { configDiagnostics, isConfig } from './configDocument';
import { asDiagnostic } from './diagnostics';
import { nearestConfig, nearestConfigText, newConfig } from './nearestConfig';
import { onMethod } from './onMethod';
import { concernsContainers } from './protocol/deploymentFiles';
import type { Finding, Locale, Position, Profile, Satisfied } from './protocol/finding';
import { type CheckedDocument, checkedNotification, checkFilesMethod } from './protocol/methods';
import { pushDiagnostics } from './pushDiagnostics';
import { decodeText, type FileText } from './text/decodeText';

/** The workspace as the server sees it. */
export interface ComplianceFiles {
  /**
   * The bytes of a file, the text of one that the client has open, null when there is none, undefined when it lies in none of the folders
   * or is no regular file: then it is not told.
   */
  read(uri: string, folders: readonly string[]): Promise<Uint8Array | string | null | undefined>;
  /** Deployment files below these folders; absent where the client does the search. */
  list?(folders: string[]): Promise<string[]>;
}

interface Parts {
  connection: Connection;
  documents: TextDocuments<TextDocument>;
  files: ComplianceFiles;
  today(): string;
  locale: Locale;
  rulePageLink: string | undefined;
  placeCommand: string | undefined;
  hasConfiguration: boolean;
  /** The client asks for diagnostics; else they are sent to it. */
  canPull: boolean;
  canRefresh: boolean;
  /** The client shows annotated edits before it makes them. */
  canCreate: boolean;
  /** The client wants `compliance/checked`. */
  showsStatus: boolean;
  folders: string[];
}

interface Settings {
  enabled: boolean;
  profile: Profile;
}

const FULL = DocumentDiagnosticReportKind.Full;

/** An editor that opened the file in a wrong encoding shows, and would save, replacement characters. */
const isDamaged = (text: string): boolean => text.includes('\ufffd');

const lintDocument = (document: TextDocument): LintDocument => ({
  uri: document.uri,
  text: document.getText(),
  languageId: document.languageId,
});

type OtherFile = Pick<FileText, 'text' | 'encoding'> & { isEditable: boolean };

const textIn = (file: OtherFile | null | undefined): string | null | undefined => (file ? file.text : file);

async function otherFile(files: ComplianceFiles, uri: string, folders: readonly string[]): Promise<OtherFile | null | undefined> {
  const content = await files.read(uri, folders);
  if (content === null || content === undefined) return content;
  if (typeof content === 'string') {
    const damaged = isDamaged(content);
    return { text: content, encoding: damaged ? 'unknown' : 'utf-8', isEditable: !damaged };
  }
  const { text, encoding } = decodeText(content);
  // Editors know UTF-8, and UTF-16 by its mark or its zero bytes.
  return { text, encoding, isEditable: encoding.startsWith('utf') };
}

/** A document's findings, and how they came about. */
interface Checked {
  findings: Finding[];
  satisfied: Satisfied[];
  ms: number;
  profile: Profile;
}

export function complianceService({
  connection,
  documents,
  files,
  today,
  locale,
  rulePageLink,
  placeCommand,
  hasConfiguration,
  canPull,
  canRefresh,
  canCreate,
  showsStatus,
  folders,
}: Parts): void {
  /** Texts of files that are not open, until something changes on disk. */
  const closed = new Map<string, OtherFile | null | undefined>();
  const cache = new Map<string, { version: number; checked: Promise<Checked>; hardening?: Promise<Finding[]> }>();
  const settings = new Map<string, Promise<Settings>>();

  const forget = () => {
    cache.clear();
    closed.clear();
  };
  const settingsFor = (uri: string): Promise<Settings> => {
    const known = settings.get(uri);
    if (known) return known;
    const fallback: Settings = { enabled: true, profile: 'recommended' };
    const asked = hasConfiguration
      ? connection.workspace
          .getConfiguration({ scopeUri: uri, section: 'qrCodeMaster.compliance' })
          .then((value: Partial<Settings> | null) => ({ ...fallback, ...value }))
      : Promise.resolve(fallback);
    settings.set(uri, asked);
    return asked;
  };

  /** Documents of no workspace folder stand for their own. */
  const foldersNow = () => [
    ...folders,
    ...documents
      .all()
      .flatMap(({ uri }) => (folders.some((folder) => uri.startsWith(`${folder}/`)) ? [] : uri.slice(0, uri.lastIndexOf('/')))),
  ];
  /** The text of a file, open or not; what is not open is read once. */
  const textOf = async (uri: string): Promise<string | null> => {
    const open = documents.get(uri)?.getText();
    if (open !== undefined) return open;
    if (!closed.has(uri)) closed.set(uri, await otherFile(files, uri, foldersNow()));
    return closed.get(uri)?.text ?? null;
  };

  /** Whether an editor reads a file as it was read here, and so may write it. */
  const isEditable = (uri: string): boolean => {
    const open = documents.get(uri)?.getText();
    if (open !== undefined) return !isDamaged(open);
    return closed.get(uri)?.isEditable ?? true;
  };
  /** Lints a text; files that the engine asks for are loaded and the lint is run again, at most ten times. */
  const lintText = async (
    { uri, text, languageId, undecoded = isDamaged(text) }: LintDocument,
    wholeChecklist = false,
  ): Promise<Checked> => {
    const setting = await settingsFor(uri);
    const nothing: Checked = { findings: [], satisfied: [], ms: 0, profile: setting.profile };
    const kind = setting.enabled ? kindOf(uri, text, languageId) : undefined;
    if (!kind) return nothing;
    const config = await nearestConfig(uri, folders, textOf);
    if (config === 'ignored') return nothing;
    const workspace = {
      text: (other: string) => documents.get(other)?.getText() ?? textIn(closed.get(other)),
      isEditable,
    };
    const profile = wholeChecklist || config ? 'mlps3' : setting.profile;
    const judgedBy = wholeChecklist && config ? { ...config, profile } : config;
    let ms = 0;
    for (let round = 0; ; round++) {
      const start = performance.now();
      const { findings, satisfied, wanted } = lint(
        { uri, text, kind, undecoded },
        { files: workspace, config: judgedBy, locale, profile, today: today() },
      );
      ms += performance.now() - start;
      const missing = wanted.filter((other) => !closed.has(other));
      if (missing.length === 0 || round === 10) return { findings, satisfied, ms, profile: config?.profile ?? profile };
      await Promise.all(missing.map(textOf));
    }
  };
  const entryOf = (document: TextDocument) => {
    const known = cache.get(document.uri);
    if (known?.version === document.version) return known;
    const entry = { version: document.version, checked: lintText(lintDocument(document)) };
    cache.set(document.uri, entry);
    return entry;
  };
  const findingsOf = async (document: TextDocument): Promise<Finding[]> => (await entryOf(document).checked).findings;
  /** What *Harden this service* adds: everything the checklist asks for, whatever the profile reports. */
  const hardeningOf = async (document: TextDocument): Promise<Finding[]> => {
    const entry: { checked: Promise<Checked>; hardening?: Promise<Finding[]> } = entryOf(document);
    if ((await entry.checked).profile === 'mlps3') return [];
    entry.hardening ??= lintText(lintDocument(document), true).then(({ findings }) =>
      findings.filter(({ fixes }) => fixes.some((fix) => fix.hardens)),
    );
    return entry.hardening;
  };

  const shown = (findings: Finding[]) => findings.filter((f) => !f.suppressed).map((f) => asDiagnostic(f, rulePageLink));
  const tell = (uri: string, { findings, ms, profile }: Checked) => {
    if (!showsStatus) return;
    const counts = { error: 0, warning: 0, info: 0, hint: 0 };
    for (const finding of findings) if (!finding.suppressed) counts[finding.severity]++;
    const suppressed = findings.filter((f) => f.suppressed).length;
    const status: CheckedDocument = { uri, counts, suppressed, ms, profile };
    void connection.sendNotification(checkedNotification.method, status);
  };

  const diagnosticsOf = async (document: TextDocument): Promise<Diagnostic[]> => {
    if (isConfig(document.uri)) return configDiagnostics(document.uri, document.getText(), locale, today());
    const checked = await entryOf(document).checked;
    tell(document.uri, checked);
    return shown(checked.findings);
  };
  connection.languages.diagnostics.on(async ({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    return { kind: FULL, items: document ? await diagnosticsOf(document) : [] };
  });

  const closedFindings = async (uri: string): Promise<Finding[]> => {
    const kind = kindOf(uri);
    const file = kind || /\.ya?ml$/i.test(uri) ? await otherFile(files, uri, foldersNow()) : null;
    if (!file || (kind && !concernsContainers(kind, file.text))) return [];
    return (await lintText({ uri, text: file.text, undecoded: file.encoding === 'unknown' })).findings;
  };
  const check = async (uri: string) => {
    const open = documents.get(uri);
    if (isConfig(uri)) {
      const text = await textOf(uri);
      return { uri, version: open?.version ?? null, diagnostics: text === null ? [] : configDiagnostics(uri, text, locale, today()) };
    }
    const findings = open ? await findingsOf(open) : await closedFindings(uri);
    return { uri, version: open?.version ?? null, diagnostics: shown(findings) };
  };
  connection.languages.diagnostics.onWorkspace(async (_params, cancel) => {
    const uris = (await files.list?.(folders)) ?? [];
    const items: WorkspaceFullDocumentDiagnosticReport[] = [];
    for (const uri of uris) {
      if (cancel.isCancellationRequested) break;
      const { version, diagnostics } = await check(uri);
      items.push({ kind: FULL, uri, version, items: diagnostics });
    }
    return { items };
  });
  onMethod(connection, checkFilesMethod, async ({ uris }: { uris: string[] }, cancel) => {
    const checked = [];
    for (const uri of uris) {
      if (cancel.isCancellationRequested) break;
      const { diagnostics } = await check(uri);
      checked.push({ uri, diagnostics });
    }
    return { files: checked };
  });

  connection.onCodeAction(async ({ textDocument: { uri }, range, context }) => {
    const document = documents.get(uri);
    if (!document) return [];
    const { findings: all, profile } = await entryOf(document).checked;
    const findings = all.filter((finding) => !finding.suppressed);
    const nearest = (await nearestConfigText(uri, folders, textOf)) ?? (uri.includes('/') ? newConfig(uri, folders) : undefined);
    const config = nearest && isEditable(nearest.uri) ? nearest : undefined;
    return codeActions({
      uri,
      version: document.version,
      text: document.getText(),
      range,
      only: context.only,
      locale,
      findings,
      hardening: await hardeningOf(document),
      canCreate,
      placeCommand,
      profile,
      config: config && { text: undefined, ...config },
      today: today(),
      asDiagnostic: (finding) => asDiagnostic(finding, rulePageLink),
    });
  });

  const hoverOf = async (document: TextDocument, position: Position) => {
    const { findings, satisfied } = await entryOf(document).checked;
    return hover(document.getText(), position, findings, satisfied, locale);
  };

  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const document = documents.get(uri);
    const text = document && (isConfig(uri) ? hoverConfig(document.getText(), position, locale) : await hoverOf(document, position));
    return text ? { contents: { kind: 'markdown', value: text.markdown }, range: text.range } : null;
  });

  documents.onDidChangeContent(({ document }) => {
    // Another open file may depend on this one; its own version did not change.
    for (const uri of cache.keys()) if (uri !== document.uri) cache.delete(uri);
  });
  documents.onDidClose(({ document }) => {
    cache.delete(document.uri);
    closed.delete(document.uri);
    settings.delete(document.uri);
  });
  // After the listeners above: they forget what the answers to come may not rest on.
  const pushAll = canPull ? undefined : pushDiagnostics(connection, documents, diagnosticsOf);
  const again = () => {
    forget();
    pushAll?.();
    if (canRefresh) connection.languages.diagnostics.refresh();
  };
  connection.onDidChangeConfiguration(() => {
    settings.clear();
    again();
  });
  connection.onDidChangeWatchedFiles(again);
}
