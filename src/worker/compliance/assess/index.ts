/** What reports of a deployment are made with: loaded when the first one is asked for. */
export { assess, assessSteps } from './assess';
export type { AssessedFile } from './assessedFile';
export { attestationsOf } from './attestationsOf';
export type { EarlierReport } from './changes/earlierReport';
export { MAX_REPORT_MB, readEarlierReport } from './changes/readEarlierReport';
export { checklistWords } from './checklistWords';
export { type ReportFile, type ReportLayout, reportLayouts } from './report/assessmentInput';
export { isReportChoice, reportChoices } from './report/choices';
export {
  type AssessmentFormat,
  type AssessmentReporter,
  assessmentFormats,
  assessmentReporters,
} from './report/index';
export { DEFAULT_LAYOUT, isPerObject } from './report/tables/layouts';
export { fillTemplate, type SheetOutcome } from './report/template/fillTemplate';
export { ruleSetHash } from './ruleSet';
