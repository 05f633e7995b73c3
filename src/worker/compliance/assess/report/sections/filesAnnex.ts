/** The files, where they are too many for the first pages. */
import type { Block } from '../blocks';
import type { ReportContext } from '../reportContext';
import { filesTable, isLongScope } from './filesTable';

export const filesAnnex = (context: ReportContext): Block[] =>
  isLongScope(context.assessment)
    ? [{ type: 'heading', level: 2, id: 'files', text: context.say('filesAnnex') }, filesTable(context)]
    : [];
