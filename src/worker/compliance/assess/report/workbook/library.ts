/** What workbooks are written and filled in with: loaded when the first one is asked for. */
export { openBook } from './book';
export { workbook } from './workbook';
