/** All that a report says, in its order, a section a step. */
import type { Block } from './blocks';
import type { ReportContext } from './reportContext';
import { attestationsSection } from './sections/attestationsSection';
import { changesAnnex } from './sections/changesAnnex';
import { clausesAnnex } from './sections/clausesAnnex';
import { filesAnnex } from './sections/filesAnnex';
import { highRiskSection } from './sections/highRiskSection';
import { issuesSection } from './sections/issuesSection';
import { limitsSection } from './sections/limitsSection';
import { objectsSection } from './sections/objectsSection';
import { rowsSection } from './sections/rowsSection';
import { sourcesSection } from './sections/sourcesSection';
import { summarySection } from './sections/summarySection';
import { suppressedSection } from './sections/suppressedSection';

const SECTIONS = [
  summarySection,
  highRiskSection,
  rowsSection,
  objectsSection,
  issuesSection,
  suppressedSection,
  attestationsSection,
  limitsSection,
  sourcesSection,
  clausesAnnex,
  filesAnnex,
  changesAnnex,
];

export function* reportBlocks(context: ReportContext): Generator<void, Block[]> {
  const blocks: Block[][] = [];
  for (const section of SECTIONS) {
    blocks.push(section(context));
    yield;
  }
  return blocks.flat();
}
