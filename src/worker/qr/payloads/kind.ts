/** What a payload kind is, and the checking of its values that all kinds share. */
import { fault } from '../../protocol/errors';
import { MASK, type PayloadField, type PayloadForm, type PayloadValues } from '../../protocol/payload';
import type { Level } from '../../protocol/symbol';
import { looksSecret } from '../secretPatterns';
import { loneSurrogate } from '../textBytes';

export interface Field extends PayloadField {
  /** Brings equal values to one spelling, e.g. without spaces. */
  clean?: (value: string) => string;
  /** Of the cleaned value. */
  valid?: (value: string) => boolean;
}

export interface PayloadKind extends PayloadForm {
  fields: readonly Field[];
  /** A level that the kind's own standard demands. */
  level?: Level;
  /**
   * Text of checked values (see `checked`); may throw field-invalid where fields depend on each
   * other.
   */
  build(values: PayloadValues): string;
  /**
   * The values that `build` would make the text from, or undefined when it is none of this kind.
   */
  parse(text: string): PayloadValues | undefined;
}

/**
 * The values cleaned, empty ones dropped, defaults left out.
 * @throws field-unknown, field-missing, field-invalid
 */
export function checked(kind: PayloadKind, values: PayloadValues): PayloadValues {
  for (const name of Object.keys(values))
    if (!kind.fields.some((field) => field.name === name))
      throw fault('field-unknown', {
        kind: kind.kind,
        field: name,
        expected: kind.fields.map((field) => field.name).join(', '),
      });
  const result: PayloadValues = {};
  for (const field of kind.fields) {
    const given = Object.hasOwn(values, field.name) ? values[field.name]! : '';
    const value = field.clean ? field.clean(given) : given;
    if (value !== '' && value !== field.choices?.[0]) result[field.name] = allowed(kind, field, value);
    else if (field.required) throw fault('field-missing', { kind: kind.kind, field: field.name });
  }
  return result;
}

function allowed(kind: PayloadKind, field: Field, value: string): string {
  const index = loneSurrogate(value);
  if (index >= 0)
    throw fault('text-lone-surrogate', { index, hex: value.charCodeAt(index).toString(16).toUpperCase() });
  const choices = field.input === 'flag' ? ['true'] : field.choices;
  if (choices && !choices.includes(value)) throw invalid(kind, field, value, choices.join(', '));
  if (field.valid && !field.valid(value)) throw invalid(kind, field, value, field.example ?? '');
  return value;
}

function invalid(kind: PayloadKind, field: Field, value: string, expected: string): Error {
  // A secret must not reach a message that may be logged.
  const shown = field.input === 'secret' || looksSecret(value) ? MASK : value;
  return fault('field-invalid', { kind: kind.kind, field: field.name, value: shown, expected });
}

/** The text of unchecked values. */
export const buildPayload = (kind: PayloadKind, values: PayloadValues): string => kind.build(checked(kind, values));

/** The entries that are not empty. */
export const filled = (values: Record<string, string | undefined>): PayloadValues =>
  Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );
