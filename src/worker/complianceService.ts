/** The server's compliance half: pull diagnostics, code actions, hovers and rule pages, answered from one cached lint result per document version. */
import {
  type CodeAction,
  CodeActionKind,
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  DocumentDiagnosticReportKind,
  type TextDocuments,
  type WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { compatibleFixes } from './compliance/applyEdits';
import { hover } from './compliance/hover';
import { kindOf } from './compliance/kinds';
import { lint } from './compliance/lint';
import { nearestConfig } from './nearestConfig';
import type { Finding, Fix, Locale, Profile, Severity } from './protocol/finding';
import { checkFilesMethod } from './protocol/methods';

/** The workspace as the server sees it. */
export interface ComplianceFiles {
  /** The text of a file that is not open, or null when there is none. */
  read(uri: string): Promise<string | null>;
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
  hasConfiguration: boolean;
  canRefresh: boolean;
  folders: string[];
}

interface Settings {
  enabled: boolean;
  profile: Profile;
}

const FULL = DocumentDiagnosticReportKind.Full;
export const FIX_ALL = 'source.fixAll.qrCodeMaster';
const fixAllTitle: Record<Locale, string> = {
  en: 'Fix all safe findings of QR Code Master',
  'zh-cn': '修复 QR Code Master 的所有安全可修复项',
};

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function complianceService({
  connection,
  documents,
  files,
  today,
  locale,
  rulePageLink,
  hasConfiguration,
  canRefresh,
  folders,
}: Parts): void {
  /** Texts of files that are not open, until something changes on disk. */
  const closed = new Map<string, string | null>();
  const cache = new Map<string, { version: number; findings: Promise<Finding[]> }>();
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

  /** The text of a file, open or not; what is not open is read once. */
  const textOf = async (uri: string): Promise<string | null> => {
    const open = documents.get(uri)?.getText();
    if (open !== undefined) return open;
    if (!closed.has(uri)) closed.set(uri, await files.read(uri));
    return closed.get(uri) ?? null;
  };

  /** Lints a text; files that the engine asks for are loaded and the lint is run again, at most ten times. */
  const lintText = async (uri: string, text: string, languageId?: string): Promise<Finding[]> => {
    const { enabled, profile } = await settingsFor(uri);
    const kind = enabled ? kindOf(uri, text, languageId) : undefined;
    if (!kind) return [];
    const config = await nearestConfig(uri, folders, textOf);
    if (config === 'ignored') return [];
    const workspace = { text: (other: string) => documents.get(other)?.getText() ?? closed.get(other) };
    for (let round = 0; ; round++) {
      const { findings, wanted } = lint(
        { uri, text, kind },
        { files: workspace, config, locale, profile: config ? 'mlps3' : profile, today: today() },
      );
      const missing = wanted.filter((other) => !closed.has(other));
      if (missing.length === 0 || round === 10) return findings;
      await Promise.all(missing.map(textOf));
    }
  };
  const findingsOf = (document: TextDocument): Promise<Finding[]> => {
    const known = cache.get(document.uri);
    if (known?.version === document.version) return known.findings;
    const findings = lintText(document.uri, document.getText(), document.languageId);
    cache.set(document.uri, { version: document.version, findings });
    return findings;
  };

  const asDiagnostic = (finding: Finding): Diagnostic => ({
    range: finding.range,
    severity: severities[finding.severity],
    source: 'QR Code Master',
    code: finding.rule,
    ...(rulePageLink && { codeDescription: { href: rulePageLink.replace('{rule}', encodeURIComponent(finding.rule)) } }),
    message: finding.message,
    ...(finding.related && {
      relatedInformation: finding.related.map(({ uri, range, message }) => ({ location: { uri, range }, message })),
    }),
  });
  const shown = (findings: Finding[]) => findings.filter((finding) => !finding.suppressed).map(asDiagnostic);
  const asAction = (uri: string, fix: Fix, kind: string, preferred: boolean, finding?: Finding): CodeAction => ({
    title: fix.title,
    kind,
    isPreferred: preferred,
    ...(finding && { diagnostics: [asDiagnostic(finding)] }),
    edit: { changes: { [fix.uri ?? uri]: fix.edits } },
  });

  connection.languages.diagnostics.on(async ({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    return { kind: FULL, items: document ? shown(await findingsOf(document)) : [] };
  });

  const check = async (uri: string) => {
    const open = documents.get(uri);
    const text = open ? open.getText() : await files.read(uri);
    const findings = open ? await findingsOf(open) : text === null ? [] : await lintText(uri, text);
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
  connection.onRequest(checkFilesMethod.method, async ({ uris }: { uris: string[] }, cancel) => {
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
    const findings = (await findingsOf(document)).filter((finding) => !finding.suppressed);
    const wants = (kind: string) => !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const actions: CodeAction[] = [];
    if (wants(CodeActionKind.QuickFix)) {
      const touched = findings.filter(({ range: { start, end } }) => {
        const before = end.line < range.start.line || (end.line === range.start.line && end.character < range.start.character);
        const after = start.line > range.end.line || (start.line === range.end.line && start.character > range.end.character);
        return !before && !after;
      });
      for (const finding of touched)
        finding.fixes.forEach((fix, index) => {
          actions.push(asAction(uri, fix, CodeActionKind.QuickFix, index === 0, finding));
        });
    }
    if (context.only && wants(FIX_ALL)) {
      const safe = findings.flatMap(({ fixes }) => fixes.find((fix) => fix.safe && !fix.uri) ?? []);
      const edits = compatibleFixes(document.getText(), safe).flatMap((fix) => fix.edits);
      if (edits.length > 0) actions.push({ title: fixAllTitle[locale], kind: FIX_ALL, edit: { changes: { [uri]: edits } } });
    }
    return actions;
  });

  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const document = documents.get(uri);
    const text = document && hover(document.getText(), position, await findingsOf(document), locale);
    return text ? { contents: { kind: 'markdown', value: text.markdown }, range: text.range } : null;
  });

  const again = () => {
    forget();
    if (canRefresh) connection.languages.diagnostics.refresh();
  };
  connection.onDidChangeConfiguration(() => {
    settings.clear();
    again();
  });
  connection.onDidChangeWatchedFiles(again);
  documents.onDidChangeContent(({ document }) => {
    // Another open file may depend on this one; its own version did not change.
    for (const uri of cache.keys()) if (uri !== document.uri) cache.delete(uri);
  });
  documents.onDidClose(({ document }) => {
    cache.delete(document.uri);
    closed.delete(document.uri);
    settings.delete(document.uri);
  });
}
