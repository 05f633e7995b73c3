/**
 * A report as headings, texts, tables and charts: what it says is decided once, and each format
 * only writes it down. All texts are data that formats have to escape.
 */
import type { RowState } from '../../../protocol/assessment';

/** How a state is coloured; its words say the same. */
export type Tone = RowState | 'fail' | 'clean';

export type Inline =
  | string
  /** A path, a hash, or what is to be typed. */
  | { code: string }
  /** A line of a file. */
  | { quote: string }
  /** Begins and ends with a letter, or nothing but a mark follows it. */
  | { strong: string }
  | { state: string; tone: Tone }
  /** To the `id` of a heading or a row; a place in a file where `code` is set. */
  | { link: string; text: string; code?: true }
  | typeof BREAK;

/** A new line in a cell. */
export const BREAK = { break: true } as const;

export type Text = string | readonly Inline[];

export interface TableRow {
  id?: string;
  /** The first one heads the row. */
  cells: readonly Text[];
}

export interface Bar {
  label: string;
  count: number;
  tone: Tone;
}

export type Block =
  | { type: 'heading'; level: 2 | 3 | 4; id: string; text: string; inContents?: boolean }
  | { type: 'paragraph'; text: Text; isNote?: boolean }
  | { type: 'list'; items: readonly Text[] }
  /** `widths`: of the columns, in parts of their sum. Without `head` a list of properties. */
  | { type: 'table'; caption: string; head?: readonly string[]; widths: readonly number[]; rows: readonly TableRow[] }
  | { type: 'chart'; title: string; groups: readonly { title: string; bars: readonly Bar[] }[] };

/** Items with a separator between them. */
export const joined = (items: readonly Text[], separator: Inline): Inline[] =>
  items.flatMap((item, i) => [...(i > 0 ? [separator] : []), ...asInlines(item)]);

export const asInlines = (text: Text): readonly Inline[] => (typeof text === 'string' ? [text] : text);

/** Texts of rules and their messages: what stands between backticks is code. */
export const withCode = (text: string): Inline[] =>
  text
    .split('`')
    .map(
      (part, i, all): Inline => (i % 2 === 1 && i < all.length - 1 ? { code: part } : i % 2 === 1 ? `\`${part}` : part),
    )
    .filter((part) => part !== '' && (typeof part === 'string' || !('code' in part) || part.code !== ''));
