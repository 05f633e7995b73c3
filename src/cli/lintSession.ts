/** What one run of `lint` knows and has told. */
import { relative } from 'node:path';
import type { ContentMark } from '../audit/entry';
import {
  type Checked,
  type Checker,
  createChecker,
  DEFAULT_SETTINGS,
  type HeldFor,
  type NotJudged,
  rememberFacts,
  reporters,
  type UsedConfig,
  usedConfigs,
} from '../worker/compliance/index';
import { localDate } from '../worker/hosts/localDate';
import { asFailure, fault } from '../worker/protocol/errors';
import { visiblePath } from '../worker/text/visible';
import type { CliIo } from './io';
import type { LintArguments } from './lintArguments';
import type { Judge } from './lintInTime';
import { sayLint } from './lintStrings';
import { findBaseline } from './namedBaseline';
import { tell } from './tell';
import { namedConfig, nodeWorkspace, pathOf, rootOf } from './workspace';

export interface LintSession {
  io: CliIo;
  wanted: LintArguments;
  /** Folders of what is checked, each with the repository that it is in. */
  roots: string[];
  checker: Checker;
  /** Whether something is told of for the first time. */
  isFirst(path: string): boolean;
  /** Configurations that were used, once for each file that they hold for. */
  held: HeldFor[];
  failed: boolean;
  notJudged: NotJudged[];
  /** How each file was judged at last. */
  judged: Map<string, Checked>;
  /** When it began, milliseconds since 1970. */
  start: number;
  /** Of each file that was judged, for the operation log. */
  contents: Map<string, ContentMark>;
  /** ISO date. */
  today: string;
}

/** Characters of neighbours whose facts are kept: those of some folders, one after the other. */
const MAX_KEPT = 65_536;

/** @param how of an assessment: what a report of the whole deployment needs of each file */
export function lintSession(
  wanted: LintArguments,
  io: CliIo,
  judge: Judge,
  how: { assessing?: boolean } = {},
): LintSession {
  const { assessing = false } = how;
  const { today = localDate() } = wanted;
  const roots = wanted.paths.map(rootOf);
  const told = new Set<string>();
  const isFirst = (path: string) => !told.has(path) && told.add(path) !== undefined;
  const workspace = nodeWorkspace(roots, (config) => {
    if (isFirst(config)) tell(io, sayLint('foreignConfig', io.locale, { path: visiblePath(config) }));
  });
  const findConfig = (path: string) => {
    const { config } = wanted;
    if (config === undefined) return wanted.useConfig ? workspace.findConfig(path) : undefined;
    const found = namedConfig(config, path);
    if (!found && isFirst(config)) leave(session, config, fault('file-unreadable', { reason: 'ENOENT' }));
    return found;
  };
  const facts = rememberFacts(MAX_KEPT);
  const session: LintSession = {
    io,
    wanted,
    roots,
    checker: createChecker({
      workspace,
      findConfig,
      findBaseline: findBaseline(wanted),
      settings: () => ({ ...DEFAULT_SETTINGS, checkIgnored: wanted.checkIgnored }),
      profile: wanted.profile,
      locale: io.locale,
      today: () => today,
      lint: async (document, context) => ({ ...judge(document, { ...context, facts }), ms: 0 }),
      judging: {
        assessing,
        group: wanted.group && 'grouped' in reporters[wanted.format],
        inlineSuppressions: wanted.inlineSuppressions,
      },
    }),
    isFirst,
    held: [],
    failed: false,
    notJudged: [],
    judged: new Map(),
    start: Date.now(),
    contents: new Map(),
    today,
  };
  return session;
}

/** In name order, from the current folder. */
export const configsOf = ({ held, io }: LintSession): UsedConfig[] =>
  usedConfigs(held, (uri) => relative('', pathOf(uri)), io.locale);

/** What was to be judged and was not: told, reported, and the reason for exit code 2. */
export const leave = (session: LintSession, path: string, error: unknown): void =>
  leaveFor(session, path, asFailure(error, session.io.locale).message);

export function leaveFor({ io, notJudged }: LintSession, path: string, reason: string): void {
  notJudged.push({ path, reason });
  tell(io, `${visiblePath(path)}: ${reason}`);
}
