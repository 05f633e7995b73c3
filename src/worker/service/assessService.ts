/** Assessments of the workspace for the checklist view and reports: each file is judged once. */
import type { Connection } from 'vscode-languageserver';
import { version as TOOL_VERSION } from '../../../package.json';
import {
  type AssessedFile,
  type AssessmentFormat,
  assess,
  assessmentReporters,
  attestationsOf,
  type CheckerParts,
  checklistWords,
  createChecker,
  fileName,
  folderAround,
  type HeldConfig,
  isReportChoice,
  type Lint,
  type NotJudged,
  type ReportLayout,
  reportChoices,
  ruleSetHash,
  rules,
  sha256,
  type UsedConfig,
} from '../compliance/index';
import type { Assessment } from '../protocol/assessment';
import { assessMethod, reportChoicesMethod, reportMethod } from '../protocol/checklist';
import { MAX_FILE_MB } from '../protocol/deploymentFiles';
import { asFailure, fault } from '../protocol/errors';
import type { Locale } from '../protocol/finding';
import { decodeText } from '../text/decodeText';
import { onMethod } from './onMethod';
import type { WorkspaceTexts } from './workspaceTexts';

interface Parts {
  connection: Connection;
  texts: WorkspaceTexts;
  settings: CheckerParts['settings'];
  lint: Lint;
  locale: Locale;
  today(): string;
  folders(): readonly string[];
}

/** A file's part of an assessment, and what it rests on. */
interface Part {
  file?: AssessedFile;
  notJudged?: NotJudged;
  /** The configuration that leaves it out, or that it was judged by. */
  config?: { held: HeldConfig; isLeftOut: boolean };
  /** What it was judged by beside that: another one is judged again. */
  key: string;
  dependsOn: ReadonlySet<string>;
}

export interface AssessService {
  /** What rests on these addresses, or all, is judged again. */
  forget(addresses?: readonly string[]): void;
}

export function assessService(parts: Parts): AssessService {
  const { connection, texts, settings, lint, locale, today, folders } = parts;
  // By the whole checklist; what is known already is not fulfilled.
  const checker = createChecker({
    ...{ workspace: texts, settings, locale, today, lint, profile: 'mlps3', findBaseline: () => undefined },
    judging: { group: false, assessing: true },
  });
  const known = new Map<string, Part>();
  /** How often something changed. */
  let changes = 0;
  const pathOf = (uri: string) => pathFrom(uri, folders());

  const partOf = async (uri: string): Promise<Part | undefined> => {
    let reading: ReturnType<WorkspaceTexts['bytes']> | undefined;
    const read = () => (reading ??= texts.bytes(uri));
    const isFound = await checker.isFound(uri, async () => {
      const told = await read();
      return told && decodeText(told.bytes);
    });
    if (!isFound) return undefined;
    const content = await read();
    if (content === null) return undefined;
    if (content === undefined) {
      const { message } = asFailure(fault('file-not-read', { mb: MAX_FILE_MB }), locale);
      return { notJudged: { path: pathOf(uri), reason: message }, key: '', dependsOn: new Set() };
    }
    const { bytes, isUnsaved } = content;
    const hash = await sha256(bytes);
    const key = `${hash} ${isUnsaved} ${today()}`;
    const before = known.get(uri);
    if (before?.key === key) return before;
    const started = changes;
    const { kind, findings, described, failed, isLeftOut, config, dependsOn } = await checker.check({ uri, bytes });
    const part: Part = {
      key,
      dependsOn,
      ...(config && { config: { held: config, isLeftOut } }),
      ...(failed && { notJudged: { path: pathOf(uri), reason: failed.message } }),
      ...(kind &&
        described && {
          file: {
            ...{ uri, path: pathOf(uri), kind, sha256: hash, size: bytes.length, findings, described },
            ...(isUnsaved && { isUnsaved }),
          },
        }),
    };
    // What it rests on may have changed meanwhile.
    if (changes === started) known.set(uri, part);
    return part;
  };

  const assessed = async (
    uris: readonly string[],
  ): Promise<{ assessment: Assessment; uris: Record<string, string> }> => {
    const all = await Promise.all(uris.map(partOf));
    const asked = new Set(uris);
    for (const uri of known.keys()) if (!asked.has(uri)) known.delete(uri);
    const found = all.flatMap((part) => part ?? []);
    const files = found.flatMap(({ file }) => file ?? []).sort((a, b) => (a.path < b.path ? -1 : 1));
    const leftOut = new Map<string, number>();
    for (const { config } of found)
      if (config) {
        const path = pathOf(config.held.uri);
        leftOut.set(path, (leftOut.get(path) ?? 0) + (config.isLeftOut ? 1 : 0));
      }
    const configs: UsedConfig[] = [...leftOut]
      .map(([path, ignored]) => ({ path, ignored }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    const assessment = assess({
      files,
      notJudged: found.flatMap(({ notJudged }) => notJudged ?? []),
      configs,
      attestations: attestationsOf(
        found.flatMap(({ config, file }) => (config && file ? config.held : [])),
        pathOf,
        today(),
      ),
      rules,
      version: TOOL_VERSION,
      ruleSet: await ruleSetHash(rules),
      today: today(),
    });
    return { assessment, uris: Object.fromEntries(files.map(({ path, uri }) => [path, uri])) };
  };

  onMethod(connection, assessMethod, async ({ uris }) => {
    const answer = await assessed(uris);
    return { ...answer, words: checklistWords(answer.assessment, rules, locale) };
  });
  onMethod(connection, reportChoicesMethod, () => ({ choices: reportChoices(locale) }));
  onMethod(connection, reportMethod, async ({ uris, format, layout }) => {
    if (!isReportChoice(format, layout)) throw fault('unknown-format', { format });
    const { assessment } = await assessed(uris);
    const input = { assessment, rules, locale, ...(layout !== undefined && { layout: layout as ReportLayout }) };
    const written = assessmentReporters[format as AssessmentFormat].write(input);
    return { bytes: typeof written === 'string' ? new TextEncoder().encode(written) : written };
  });
  return {
    forget: (addresses) => {
      changes++;
      for (const [uri, { dependsOn }] of known)
        if (!addresses || addresses.some((address) => dependsOn.has(address))) known.delete(uri);
    },
  };
}

/** With the folder's name where there are several; as people read it. */
function pathFrom(uri: string, folders: readonly string[]): string {
  const folder = folderAround(uri, folders);
  if (folder === undefined) return fileName(uri);
  const below = decoded(uri.slice(folder.length).replace(/^\//, ''));
  return folders.length > 1 ? `${decoded(fileName(folder))}/${below}` : below;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
