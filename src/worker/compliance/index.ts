/** The door of the compliance half: all that the server and the command line may touch of it. */
export { applyEdits, compatibleFixes } from './applyEdits';
export {
  type AssessedFile,
  type AssessmentFormat,
  type AssessmentReporter,
  assess,
  assessmentFormats,
  assessmentReporters,
  assessSteps,
  attestationsOf,
  checklistWords,
  DEFAULT_LAYOUT,
  type EarlierReport,
  fillTemplate,
  isPerObject,
  isReportChoice,
  MAX_REPORT_MB,
  type ReportFile,
  type ReportLayout,
  readEarlierReport,
  reportChoices,
  reportLayouts,
  ruleSetHash,
  type SheetOutcome,
} from './assess/index';
export { MAX_BASELINE_MB } from './baseline/baseline';
export { baselineOf } from './baseline/baselineOf';
export {
  type BaselineText,
  baselineNamedBy,
  type HeldBaseline,
  holdBaseline,
  pathBeside,
} from './baseline/heldBaseline';
export { isBaselineText } from './baseline/isBaselineText';
export { takeOut } from './baseline/takeOut';
export { writeBaseline } from './baseline/writeBaseline';
export { type Checked, type Checker, type CheckerParts, createChecker, type Fixed, type HeldConfig } from './checker';
export { peoplesRows } from './checklist/peoplesRows';
export { rows } from './checklist/rows';
export { CONFIG_NAMES } from './config';
export { attestableRows } from './config/attestable';
export { attestationEdit } from './config/attestationEdit';
export { completeConfig } from './config/complete';
export { hoverConfig } from './config/hover';
export { type ConfigText, nearestConfigText, nearestOrNewConfig } from './config/nearestConfig';
export { type ConfigProblem, configProblemText } from './config/problem';
export { proposedDay } from './config/proposedDay';
export { readConfig } from './config/readConfig';
export { needless, untimely } from './config/remarks';
export { waiverEdit } from './config/waiverEdit';
export { isIgnoredWhenLoaded } from './documents/gitignore';
export { lineAt, linesOf, rangeOf } from './documents/text/lines';
export { asFolder, contentAt, decodedPart, fileName, type WorkspaceFiles } from './files';
export { hover } from './hover';
export { inSearch, mayBeFound } from './inSearch';
export type { Judged, Lint, LoadableFiles, LoadingContext, Turn } from './judge';
export { type LintResult, limitMs, lint, notJudged, overran } from './lint';
export type { LintContext, LintDocument } from './lintContext';
export { type KnownFile, type LintJob, type LintNews, serveLintJobs } from './lintThread';
export { rememberFacts } from './readFacts';
export { baselineMark } from './report/baselineLines';
export {
  type HeldFor,
  type NotJudged,
  type ReportFormat,
  reporters,
  reportFormats,
  switchedOff,
  type UsedBaseline,
  type UsedConfig,
  usedConfigs,
} from './report/index';
export { summarize } from './report/reportInput';
export { roundOfFixes } from './roundOfFixes';
export { rulePage } from './rulePage';
export { findRule } from './rules/findRule';
export { rules } from './rules/index';
export type { Rule } from './rules/rule';
export { scaffold, scaffoldQuestions } from './scaffold/scaffold';
export { setBounded } from './setBounded';
export { suppressionEdit } from './suppressionEdit';
export { DEFAULT_SETTINGS, type Settings, type Workspace } from './workspace';
export { folderAround } from './workspaceFolder';
