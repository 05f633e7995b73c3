/**
 * The light bulb: fixes of single findings, of one rule in the file, of the whole file, and the
 * hardening of a service.
 */
import { type CodeAction, CodeActionKind, type Range, type WorkspaceEdit } from 'vscode-languageserver';
import { compatibleFixes, fileName, findRule, roundOfFixes, suppressionEdit, waiverEdit } from '../compliance/index';
import type { ActionNote } from '../protocol/actionNote';
import type { Finding, Fix, Hardening, Locale, Profile, TextEdit } from '../protocol/finding';
import { type NoteRequest, noteAction } from './noteAction';
import { positionBehind } from './positionBehind';
import { type TakeOutRequest, takeOutActions } from './takeOutActions';
import { touches } from './touches';
import { wantsKind } from './wantsKind';

export const FIX_ALL = 'source.fixAll.qrCodeMaster';

const titles = {
  all: { en: 'Fix all safe findings of QR Code Master', 'zh-cn': '修复 QR Code Master 的所有安全可修复项' },
  suppress: {
    en: 'Suppress {rule} {name} here: write the reason behind "--"',
    'zh-cn': '在此抑制 {rule} {name}：请在“--”后写明理由',
  },
  waive: {
    en: 'Waive {rule} {name} for this file in {file}: write the reason there',
    'zh-cn': '在 {file} 中为此文件豁免 {rule} {name}：请在其中写明理由',
  },
  rule: { en: 'Fix all {count} of {rule} {name} in this file', 'zh-cn': '修复此文件中全部 {count} 处 {rule} {name}' },
} satisfies Record<string, Record<Locale, string>>;

export interface ActionRequest extends TakeOutRequest, NoteRequest {
  version: number;
  text: string;
  range: Range;
  only: readonly string[] | undefined;
  /** Findings that are shown. */
  findings: readonly Finding[];
  /** What the whole checklist asks for on top: offered as hardening though it is not reported. */
  hardening: readonly Hardening[];
  /** The client can make a file. */
  canCreate: boolean;
  /** The client's command that goes to a place (URI, position); undefined where it has none. */
  placeCommand: string | undefined;
  /** The profile that the findings are of. */
  profile: Profile;
  /**
   * The configuration that holds for the document, `text` undefined where it would be a new file;
   * undefined for a document of no folder.
   */
  config: { uri: string; text: string | undefined; path: string } | undefined;
  /** ISO date. */
  today: string;
}

/** In the order of the light bulb's menu. */
export function codeActions(request: ActionRequest): CodeAction[] {
  const { only, findings } = request;
  const actions: CodeAction[] = [];
  const add = (op: ActionNote['op'], made: readonly CodeAction[], rule?: string) => {
    for (const action of made) actions.push(noteAction(request, op, action, rule));
  };
  if (wantsKind(only, CodeActionKind.QuickFix)) {
    const touched = findings.filter(({ range }) => touches(range, request.range));
    add('fix', [...touched.flatMap((finding) => ownFixes(request, finding)), ...hardening(request, touched)]);
    for (const rule of new Set(touched.map((finding) => finding.rule))) add('fix', ruleInFile(request, rule), rule);
    if (touched.some(({ fixes }) => fixes.some(isSafe))) add('fix', wholeFile(request, CodeActionKind.QuickFix));
    add('suppression', asides(request, touched));
    add('waiver', waivers(request, touched));
    add('baseline', takeOutActions(request, touched));
  }
  if (only && wantsKind(only, FIX_ALL)) add('fix', wholeFile(request, FIX_ALL));
  return actions;
}

const isSafe = ({ safe, uri }: Fix): boolean => safe && uri === undefined;

function ownFixes(request: ActionRequest, finding: Finding): CodeAction[] {
  const diagnostics = [request.asDiagnostic(finding)];
  const fixes = finding.fixes.filter((fix) => !fix.create || request.canCreate);
  return fixes.map((fix, index) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    // Editors apply a preferred fix unasked (Auto Fix): only what changes no behaviour.
    isPreferred: index === 0 && fix.safe,
    diagnostics,
    edit: editOf(request, fix),
  }));
}

function editOf(request: ActionRequest, fix: Fix): WorkspaceEdit {
  const { uri = request.uri, edits, create } = fix;
  if (!create) return { changes: { [uri]: edits } };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits },
    ],
  };
}

/** The service's missing settings of the whole checklist, unless what is shown offers the same. */
function hardening(request: ActionRequest, touched: readonly Finding[]): CodeAction[] {
  const shown = new Set(touched.flatMap(({ fixes }) => fixes.map(({ edits }) => JSON.stringify(edits))));
  return request.hardening
    .filter(({ range }) => touches(range, request.range))
    .filter(({ fix }) => !shown.has(JSON.stringify(fix.edits)))
    .map(({ fix }) => ({ title: fix.title, kind: CodeActionKind.QuickFix, edit: editOf(request, fix) }));
}

/**
 * The first fix of every finding of a rule; those that would touch each other wait for the next
 * time.
 */
function ruleInFile({ uri, text, locale, findings }: ActionRequest, rule: string): CodeAction[] {
  const of = findings.filter((finding) => finding.rule === rule);
  const fixes = compatibleFixes(
    text,
    of.flatMap(({ fixes: [first] }) => (first && first.uri === undefined && !first.hardens ? [first] : [])),
  );
  if (fixes.length < 2) return [];
  const title = titles.rule[locale]
    .replace('{count}', String(fixes.length))
    .replace('{rule}', rule)
    .replace('{name}', of[0]!.name);
  // One sentence for all of them where they do the same, so that the title still says what changes.
  const same = new Set(fixes.map((fix) => fix.title)).size === 1 ? `: ${fixes[0]!.title}` : '';
  return [
    {
      title: title + same,
      kind: CodeActionKind.QuickFix,
      edit: { changes: { [uri]: fixes.flatMap((fix) => fix.edits) } },
    },
  ];
}

/**
 * A comment for each rule; several findings that one stands for are suppressed one by one, on the
 * command line's list.
 */
function asides(request: ActionRequest, touched: readonly Finding[]): CodeAction[] {
  const { uri, text, locale } = request;
  // Saving a text that was opened in a wrong encoding would destroy it.
  if (text.includes('\ufffd')) return [];
  return firstOfEach(touched).flatMap((finding) => {
    const edit = suppressionEdit(uri, text, finding);
    if (!edit) return [];
    const title = named(titles.suppress[locale], finding);
    return [
      setAside(request, finding, { title, edit: { changes: { [uri]: [edit] } }, at: { uri, edit, behind: ' -- ' } }),
    ];
  });
}

/** A waiver in the configuration for each rule: also for files that know no comments. */
function waivers(request: ActionRequest, touched: readonly Finding[]): CodeAction[] {
  const { config, today, profile, locale } = request;
  if (!config || (config.text === undefined && !request.canCreate)) return [];
  return firstOfEach(touched).flatMap((finding) => {
    const edit = waiverEdit(config.text, { finding, path: config.path, today }, profile);
    if (!edit) return [];
    const title = named(titles.waive[locale], finding).replace('{file}', () => fileName(config.uri));
    const fix: Fix = {
      safe: false,
      title,
      edits: [edit],
      uri: config.uri,
      ...(config.text === undefined && { create: true }),
    };
    return [
      setAside(request, finding, {
        title,
        edit: editOf(request, fix),
        at: { uri: config.uri, edit, behind: 'reason: ' },
      }),
    ];
  });
}

interface Aside {
  title: string;
  edit: WorkspaceEdit;
  /** Where the reason is to be written: behind these words of what is inserted. */
  at: { uri: string; edit: TextEdit; behind: string };
}

function setAside(
  { asDiagnostic, placeCommand }: ActionRequest,
  finding: Finding,
  { title, edit, at }: Aside,
): CodeAction {
  const place = [at.uri, positionBehind(at.edit, at.behind)];
  return {
    ...{ title, kind: CodeActionKind.QuickFix, isPreferred: false, diagnostics: [asDiagnostic(finding)], edit },
    ...(placeCommand !== undefined && { command: { title, command: placeCommand, arguments: place } }),
  };
}

const named = (title: string, { rule, name }: Finding): string => title.replace('{rule}', rule).replace('{name}', name);

/** The first finding of each rule that can be suppressed. */
function firstOfEach(touched: readonly Finding[]): Finding[] {
  const first = new Map(touched.toReversed().map((finding) => [finding.rule, finding]));
  return [...first.values()].reverse().filter((finding) => !isOfOthers(finding));
}

/**
 * Findings about findings: the group of missing settings, and what is said of comments themselves.
 */
const isOfOthers = ({ rule }: Finding): boolean => findRule(rule)?.isAboutFindings === true;

function wholeFile({ uri, text, locale, findings }: ActionRequest, kind: string): CodeAction[] {
  const fixes = roundOfFixes(text, findings, false);
  if (fixes.length < (kind === FIX_ALL ? 1 : 2)) return [];
  return [{ title: titles.all[locale], kind, edit: { changes: { [uri]: fixes.flatMap((fix) => fix.edits) } } }];
}
