/** Kinds of payload and their form fields, as the panel and the command line show them. */
import type { Locale } from './finding';

export type FieldInput =
  | 'text'
  | 'lines'
  | 'secret'
  | 'choice'
  | 'flag'
  | 'number'
  | 'date'
  | 'datetime'
  | 'phone'
  | 'email'
  | 'url';

export interface PayloadField {
  name: string;
  label: Record<Locale, string>;
  /** Where it is read, not filled in: without what is said to the person who fills it in. */
  shortLabel?: Record<Locale, string>;
  /**
   * `secret` is masked when shown, and kept out of logs, history and saved state. A `flag` is
   * 'true' or absent.
   */
  input: FieldInput;
  required?: boolean;
  /** Of a choice; the first is the default. */
  choices?: readonly string[];
  /** What a choice is called where its value is not a word. */
  choiceLabels?: Readonly<Record<string, Record<Locale, string>>>;
  /**
   * It means something only while another field has one of these values (a choice that is absent
   * has its first).
   */
  only?: { field: string; values: readonly string[] };
  /** A valid value, shown as placeholder. */
  example?: string;
}

/** What a secret is shown as, whatever its length. */
export const MASK = '••••••••';

/** Values by field name; an absent field is empty. */
export type PayloadValues = Record<string, string>;

/** Whether a field means something beside the other values. */
export function applies({ only }: PayloadField, fields: readonly PayloadField[], values: PayloadValues): boolean {
  const usual = fields.find(({ name }) => name === only?.field)?.choices?.[0];
  return !only || only.values.includes(values[only.field] || usual || '');
}

export interface PayloadForm {
  kind: string;
  label: Record<Locale, string>;
  fields: readonly PayloadField[];
}

/** What a text was recognised as. */
export interface RecognisedPayload {
  kind: string;
  values: PayloadValues;
}
