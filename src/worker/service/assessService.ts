/** Assessments of the workspace for the checklist view and reports: each file is judged once. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { version as TOOL_VERSION } from '../../../package.json';
import {
  type AssessedFile,
  type AssessmentFormat,
  assessmentReporters,
  assessSteps,
  attestationsOf,
  type CheckerParts,
  checklistWords,
  createChecker,
  type HeldConfig,
  isReportChoice,
  type Lint,
  type NotJudged,
  type ReportLayout,
  reportChoices,
  ruleSetHash,
  rules,
  usedConfigs,
} from '../compliance/index';
import type { Assessment } from '../protocol/assessment';
import { assessMethod, reportChoicesMethod, reportMethod } from '../protocol/checklist';
import { MAX_FILE_MB } from '../protocol/deploymentFiles';
import { asFailure, fault } from '../protocol/errors';
import type { Locale } from '../protocol/finding';
import type { SearchedPicture } from '../protocol/pictureMethods';
import { decodeText } from '../text/decodeText';
import { sha256Hex } from '../text/sha256Hex';
import { goOn } from './goOn';
import { inLanes } from './inLanes';
import { inTurns } from './inTurns';
import { onMethod } from './onMethod';
import { pathInScope, rootInScope } from './scopePaths';
import type { WorkspaceTexts } from './workspaceTexts';

interface Parts {
  connection: Connection;
  texts: WorkspaceTexts;
  settings: CheckerParts['settings'];
  lint: Lint;
  locale: Locale;
  today(): string;
  folders(): readonly string[];
  uses?: CheckerParts['uses'];
}

/** A file's part of an assessment, and what it rests on. */
interface Part {
  uri: string;
  file?: AssessedFile;
  notJudged?: NotJudged;
  /** The configuration that leaves it out, or that it was judged by. */
  config?: { held: HeldConfig; isLeftOut: boolean };
  /** What it was judged by beside that: another one is judged again. */
  key: string;
  dependsOn: ReadonlySet<string>;
}

/** How often a report judges what changed meanwhile. */
const TRIES = 3;

const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1);

export interface AssessService {
  /** What rests on these addresses, or all, is judged again. */
  forget(addresses?: readonly string[]): void;
}

export function assessService(parts: Parts): AssessService {
  const { connection, texts, settings, lint, locale, today, folders, uses } = parts;
  // By the whole checklist; what is known already is not fulfilled.
  const checker = createChecker({
    ...{ workspace: texts, settings, locale, today, lint, uses, profile: 'mlps3', findBaseline: () => undefined },
    judging: { group: false, assessing: true },
  });
  const known = new Map<string, Part>();
  /** How often something changed. */
  let changes = 0;
  const pathOf = (uri: string) => pathInScope(uri, folders());
  let ruleSet: Promise<string> | undefined;

  /** @param bytes what is judged; @param content of the file itself; @param key of all that decides */
  const judgedPart = async (
    uri: string,
    bytes: Uint8Array,
    content: Pick<AssessedFile, 'sha256' | 'size' | 'isUnsaved'>,
    key: string,
  ): Promise<Part> => {
    const before = known.get(uri);
    if (before?.key === key) return before;
    const started = changes;
    const { kind, findings, described, failed, isLeftOut, config, dependsOn } = await checker.check({ uri, bytes });
    const part: Part = {
      uri,
      key,
      dependsOn,
      ...(config && { config: { held: config, isLeftOut } }),
      ...(failed && { notJudged: { path: pathOf(uri), reason: failed.message } }),
      ...(kind && described && { file: { ...{ path: pathOf(uri), kind, findings, described }, ...content } }),
    };
    // What it rests on may have changed meanwhile; what failed may not fail again.
    if (changes === started && !failed) known.set(uri, part);
    return part;
  };

  const unread = (uri: string, reason: string): Part => ({
    uri,
    notJudged: { path: pathOf(uri), reason },
    key: '',
    dependsOn: new Set(),
  });

  const pictureOf = async (picture: SearchedPicture, day: string): Promise<Part> => {
    const { uri } = picture;
    if ('error' in picture) return unread(uri, picture.error);
    const { codes, sha256, size } = picture;
    return judgedPart(uri, new TextEncoder().encode(codes), { sha256, size }, `${sha256} ${day} ${codes}`);
  };

  const partOf = async (uri: string, day: string): Promise<Part | undefined> => {
    let reading: ReturnType<WorkspaceTexts['bytes']> | undefined;
    const read = () => (reading ??= texts.bytes(uri));
    const isFound = await checker.isFound(uri, async () => {
      const told = await read();
      return told && decodeText(told.bytes);
    });
    if (!isFound) return undefined;
    const told = await read();
    if (told === null) return undefined;
    if (told === undefined) return unread(uri, asFailure(fault('file-not-read', { mb: MAX_FILE_MB }), locale).message);
    const { bytes, isUnsaved } = told;
    const sha256 = await sha256Hex(bytes);
    const content = { sha256, size: bytes.length, ...(isUnsaved && { isUnsaved }) };
    return judgedPart(uri, bytes, content, `${sha256} ${isUnsaved} ${day}`);
  };

  const assessed = async (
    uris: readonly string[],
    cancel: CancellationToken,
    pictures?: readonly SearchedPicture[],
  ): Promise<{ assessment: Assessment; uris: Record<string, string>; changed: string[] }> => {
    const day = today();
    const found: Part[] = [];
    const left = [
      ...uris.map((uri) => () => partOf(uri, day)),
      ...(pictures ?? []).map((picture) => () => pictureOf(picture, day)),
    ];
    await inLanes(left, async (judge) => {
      goOn(cancel, locale);
      const part = await judge();
      if (part) found.push(part);
    });
    const asked = new Set([...uris, ...(pictures ?? []).map(({ uri }) => uri)]);
    for (const uri of known.keys()) if (!asked.has(uri)) known.delete(uri);
    const inOrder = found.sort((a, b) => (a.uri < b.uri ? -1 : 1));
    const files = inOrder.flatMap(({ file }) => file ?? []).sort(byPath);
    const configs = usedConfigs(
      found.flatMap(({ config }) => (config ? { config: config.held, isLeftOut: config.isLeftOut } : [])),
      pathOf,
      locale,
    );
    const steps = assessSteps({
      files,
      hasPictures: pictures !== undefined,
      rootOf: (folder) => rootInScope(folder, folders()),
      notJudged: inOrder.flatMap(({ notJudged }) => notJudged ?? []),
      configs,
      attestations: attestationsOf(
        found.flatMap(({ config, file }) => (config && file ? config.held : [])),
        pathOf,
        day,
      ),
      rules,
      version: TOOL_VERSION,
      ruleSet: await (ruleSet ??= ruleSetHash(rules)),
      today: day,
    });
    const assessment = await inTurns(steps, () => goOn(cancel, locale));
    const held = inOrder.flatMap(({ config }) => (config ? config.held.uri : []));
    return {
      assessment,
      uris: Object.fromEntries([...held, ...inOrder.map(({ uri }) => uri)].map((uri) => [pathOf(uri), uri])),
      changed: inOrder.flatMap((part) =>
        part.file && !part.notJudged && known.get(part.uri) !== part ? part.uri : [],
      ),
    };
  };

  /** Of files as they are together; which of them never stood still is said. */
  const settled = async (...asked: Parameters<typeof assessed>): Promise<Assessment> => {
    for (let tries = 1; ; tries++) {
      const { assessment, changed } = await assessed(...asked);
      if (changed.length === 0) return assessment;
      if (tries < TRIES) continue;
      const { message } = asFailure(fault('file-changed-meanwhile'), locale);
      const told = changed.map((uri) => ({ path: pathOf(uri), reason: message }));
      return { ...assessment, notJudged: [...assessment.notJudged, ...told].sort(byPath) };
    }
  };

  onMethod(connection, assessMethod, async ({ uris }, cancel) => {
    const { changed, ...answer } = await assessed(uris, cancel);
    return { ...answer, words: checklistWords(answer.assessment, rules, locale) };
  });
  onMethod(connection, reportChoicesMethod, () => ({ choices: reportChoices(locale) }));
  onMethod(connection, reportMethod, async ({ uris, format, layout, pictures }, cancel) => {
    if (!isReportChoice(format, layout)) throw fault('unknown-format', { format });
    const assessment = await settled(uris, cancel, pictures);
    const input = {
      assessment,
      rules,
      locale,
      ...(layout !== undefined && { layout: layout as ReportLayout }),
    };
    const steps = assessmentReporters[format as AssessmentFormat].steps(input);
    const written = await inTurns<string | Uint8Array>(steps, () => goOn(cancel, locale));
    const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written;
    return { bytes, files: assessment.files.length };
  });
  return {
    forget: (addresses) => {
      changes++;
      for (const [uri, { dependsOn }] of known)
        if (!addresses || addresses.some((address) => dependsOn.has(address))) known.delete(uri);
    },
  };
}
