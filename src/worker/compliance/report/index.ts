/** Every format of a report, once: the command line and its help take their names from here. */
import { githubReport } from './github';
import { gitlabReport } from './gitlab';
import { htmlReport } from './html';
import { jsonReport } from './json';
import { junitReport } from './junit';
import { markdownReport } from './markdown';
import type { ReportInput } from './reportInput';
import { sarifReport } from './sarif';
import { textReport } from './text';

export type { NotJudged, UsedBaseline, UsedConfig } from './reportInput';
export { type HeldFor, switchedOff, usedConfigs } from './usedConfigs';

export interface Reporter {
  /** Of its files, with the dot. */
  extension: string;
  /** Media type. */
  mime: string;
  /** As its makers write it, for menus. */
  label: string;
  /** For a person: what belongs together may be said in one finding. */
  grouped?: true;
  write(input: ReportInput): string;
}

export const reporters = {
  text: { extension: '.txt', mime: 'text/plain', label: 'Text', grouped: true, write: textReport },
  json: { extension: '.json', mime: 'application/json', label: 'JSON', write: jsonReport },
  sarif: { extension: '.sarif', mime: 'application/sarif+json', label: 'SARIF', write: sarifReport },
  junit: { extension: '.xml', mime: 'application/xml', label: 'JUnit XML', write: junitReport },
  markdown: { extension: '.md', mime: 'text/markdown', label: 'Markdown', write: markdownReport },
  html: { extension: '.html', mime: 'text/html', label: 'HTML', write: htmlReport },
  gitlab: { extension: '.json', mime: 'application/json', label: 'GitLab Code Quality', write: gitlabReport },
  github: { extension: '.txt', mime: 'text/plain', label: 'GitHub annotations', write: githubReport },
} as const satisfies Record<string, Reporter>;

export type ReportFormat = keyof typeof reporters;
export const reportFormats = Object.keys(reporters) as ReportFormat[];
