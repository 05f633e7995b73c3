/** Findings of the workspace's files: judged once a version of a document, with what the rules read of other files. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { kindOf } from '../compliance/kindOf';
import { type LintDocument, lint } from '../compliance/lint';
import { concernsContainers } from '../protocol/deploymentFiles';
import type { Finding, Locale, Profile, Satisfied } from '../protocol/finding';
import { nearestConfig } from './nearestConfig';
import type { SettingsOf } from './settings';
import { isDamaged, type WorkspaceTexts } from './workspaceTexts';

interface Parts {
  texts: WorkspaceTexts;
  settings: SettingsOf;
  locale: Locale;
  today(): string;
}

/** A document's findings, and how they came about. */
export interface Checked {
  findings: Finding[];
  satisfied: Satisfied[];
  ms: number;
  profile: Profile;
}

export interface Checker {
  /** An open document's findings. */
  check(document: TextDocument): Promise<Checked>;
  /** What *Harden this service* adds: everything the checklist asks for, whatever the profile reports. */
  hardening(document: TextDocument): Promise<Finding[]>;
  /** A file that is not open, as it is now; undefined: it is no deployment file. */
  checkFile(uri: string): Promise<Finding[] | undefined>;
  forget(uri: string): void;
  forgetAllBut(uri?: string): void;
}

/** Files that lead from one to the next are followed this far: each is a round. */
const MAX_ROUNDS = 50;

export function checker({ texts, settings, locale, today }: Parts): Checker {
  const cache = new Map<string, { version: number; checked: Promise<Checked>; hardening?: Promise<Finding[]> }>();

  /** Lints a text; files that the engine asks for are loaded and the lint is run again. */
  const lintText = async (
    { uri, text, languageId, undecoded = isDamaged(text) }: LintDocument,
    wholeChecklist = false,
  ): Promise<Checked> => {
    const setting = await settings(uri);
    const nothing: Checked = { findings: [], satisfied: [], ms: 0, profile: setting.profile };
    const kind = setting.enabled ? kindOf(uri, text, languageId) : undefined;
    if (!kind) return nothing;
    const config = await nearestConfig(uri, texts);
    if (config === 'ignored') return nothing;
    const profile = wholeChecklist || config ? 'mlps3' : setting.profile;
    const judgedBy = wholeChecklist && config ? { ...config, profile } : config;
    const files = { text: texts.known, isEditable: texts.isEditable };
    const context = { files, folder: folderOf(uri, texts.tops()), config: judgedBy, locale, profile, today: today() };
    let ms = 0;
    for (let round = 0; ; round++) {
      const start = performance.now();
      const { findings, satisfied, wanted } = lint({ uri, text, kind, undecoded }, context);
      ms += performance.now() - start;
      const missing = wanted.filter((other) => !texts.isKnown(other));
      if (missing.length === 0 || round === MAX_ROUNDS) return { findings, satisfied, ms, profile: config?.profile ?? profile };
      await Promise.all(missing.map(texts.text));
    }
  };
  const entryOf = (document: TextDocument) => {
    const known = cache.get(document.uri);
    if (known?.version === document.version) return known;
    const entry = { version: document.version, checked: lintText(lintDocument(document)) };
    cache.set(document.uri, entry);
    return entry;
  };
  return {
    check: (document) => entryOf(document).checked,
    hardening: async (document) => {
      const entry: { checked: Promise<Checked>; hardening?: Promise<Finding[]> } = entryOf(document);
      if ((await entry.checked).profile === 'mlps3') return [];
      entry.hardening ??= lintText(lintDocument(document), true).then(({ findings }) =>
        findings.filter(({ fixes }) => fixes.some((fix) => fix.hardens)),
      );
      return entry.hardening;
    },
    checkFile: async (uri) => {
      const kind = kindOf(uri);
      const file = kind || /\.ya?ml$/i.test(uri) ? await texts.read(uri) : null;
      if (!file || !(kind ? concernsContainers(kind, file.text) : kindOf(uri, file.text))) return undefined;
      return (await lintText({ uri, text: file.text, undecoded: file.encoding === 'unknown' })).findings;
    },
    forget: (uri) => void cache.delete(uri),
    forgetAllBut: (uri) => {
      for (const known of cache.keys()) if (known !== uri) cache.delete(known);
    },
  };
}

/** The innermost of those that the document lies in. */
const folderOf = (uri: string, tops: readonly string[]): string | undefined =>
  tops.filter((top) => uri.startsWith(`${top}/`)).sort((a, b) => b.length - a.length)[0];

const lintDocument = (document: TextDocument): LintDocument => ({
  uri: document.uri,
  text: document.getText(),
  languageId: document.languageId,
});
