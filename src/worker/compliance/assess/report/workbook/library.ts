/** What workbooks are written and filled in with: loaded when the first one is asked for. */
export { workbook } from './workbook';
