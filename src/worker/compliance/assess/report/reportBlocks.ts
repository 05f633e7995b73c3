/** All that a report says, in its order. */
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

export const reportBlocks = (context: ReportContext): Block[] =>
  [
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
  ].flatMap((section) => section(context));
