/** What reports of a deployment are made with: loaded when the first one is asked for. */
export { type AssessInput, assess } from './assess';
export type { AssessedFile } from './assessedFile';
export { type AssessmentFormat, assessmentFormats, assessmentReporters } from './report/index';
export { ruleSetHash } from './ruleSet';
export { sha256 } from './sha256';
