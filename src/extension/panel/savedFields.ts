/** What of the panel outlives a reload. */
import { makingChoices } from '../../worker/protocol/style';
import { makeOptionsFields } from './makeOptions';
import { type Check, type Fields, fields, flag, list, nullOr, oneOf, type Parsed, text } from './messageFields';
import { rowChoiceFields } from './rowChoice';
import { TABS } from './tabs';
import { keptToolsFields } from './toolFields';

/** More symbols or pictures than this are not kept over a reload. */
export const MAX_SAVED_ITEMS = 200;
/** More than any set of sixteen symbols holds (113,424 digits). */
export const MAX_SAVED_CHARACTERS = 120_000;

/** The folder whose table is shown: where its pictures are looked for, and which rows are looked at. */
const savedFolder = fields({
  name: text(1000),
  roots: list(text(4000), MAX_SAVED_ITEMS),
  choice: fields(rowChoiceFields),
});

const savedFields = {
  version: oneOf([1] as const),
  tab: oneOf(TABS),
  /** Texts that hold a secret are left out. */
  symbols: list(
    fields({ text: text(MAX_SAVED_CHARACTERS), level: oneOf(makingChoices.level), exact: flag, split: flag }),
    MAX_SAVED_ITEMS,
  ),
  options: fields(makeOptionsFields),
  /** Dropped and pasted pictures have no URI and are left out. */
  pictures: list(fields({ uri: text(4000), tools: nullOr(fields(keptToolsFields)) }), MAX_SAVED_ITEMS),
  folder: nullOr(savedFolder),
} satisfies Fields;

/** What restores the panel after a reload: the inputs, never a result, never a secret. */
export type SavedState = Parsed<typeof savedFields>;

/**
 * The saved state in `value` (VS Code hands back what the page once stored), or undefined when it
 * is none of ours. Never throws.
 */
export const parseSavedState: Check<SavedState> = fields(savedFields);

/** The folder as it is kept, or null where it is not. */
export const savedFolderOf = (folder: SavedState['folder']): SavedState['folder'] => savedFolder(folder) ?? null;
