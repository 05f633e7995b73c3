/** What the table formats of a report write: texts in rows, whatever they are written as. */

export interface Table {
  /** Of its sheet or file; `sheetNames` has made it. */
  name: string;
  /** Absent: the rows are to be pasted below somebody's own. */
  header?: readonly string[];
  rows: readonly (readonly string[])[];
}
