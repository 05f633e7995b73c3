/** The files of the scope, each with the hash by which it can be recognised. */
import type { Assessment } from '../../../../protocol/assessment';
import { fileKinds } from '../../../../protocol/fileKinds';
import type { Block } from '../blocks';
import type { ReportContext } from '../reportContext';

/** More would keep the first page from saying what was found. */
const MOST_IN_FRONT = 25;

export const isLongScope = ({ files }: Assessment): boolean => files.length > MOST_IN_FRONT;

export const filesTable = ({ assessment, say, inBrackets }: ReportContext): Block => ({
  type: 'table',
  caption: say('filesCaption'),
  head: [say('file'), say('kind'), say('bytes'), 'SHA-256'],
  widths: [9, 4, 3, 12],
  rows: assessment.files.map(({ path, kind, size, sha256, isUnsaved }) => ({
    cells: [
      [{ code: path }, ...(isUnsaved ? [inBrackets(say('unsaved'))] : [])],
      fileKinds[kind].title,
      String(size),
      [{ code: sha256 }],
    ],
  })),
});
