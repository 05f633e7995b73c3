/** Which rows of a folder's table the user wants to see, and in which order. */
import { type Fields, flag, nullOr, oneOf, type Parsed, text } from './messageFields';

export const rowChoiceFields = {
  /** Found in the text, the kind or the path, whatever their case. */
  filter: text(200),
  /** Null: as the paths were found. */
  sort: nullOr(oneOf(['text', 'kind', 'path'])),
  descending: flag,
} satisfies Fields;

export type RowChoice = Parsed<typeof rowChoiceFields>;

/** All rows, as the paths were found. */
export const ALL_ROWS: RowChoice = { filter: '', sort: null, descending: false };
