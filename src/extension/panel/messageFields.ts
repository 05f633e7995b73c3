/**
 * Checks of values that come from outside: each returns the value when it has the wanted shape,
 * else undefined, and none throws.
 */

/** A check that turns an unknown value into a T. `undefined` itself is never a valid T. */
export type Check<T> = (value: unknown) => T | undefined;
export type Fields = Record<string, Check<unknown>>;
export type Parsed<F extends Fields> = { -readonly [K in keyof F]: F[K] extends Check<infer T> ? T : never };

type Items<C extends readonly Check<unknown>[]> = { -readonly [I in keyof C]: C[I] extends Check<infer T> ? T : never };

/** A whole number from 0 to 2^31 - 1. */
export const count: Check<number> = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31 ? value : undefined;

/** A whole number from `min` to `max`. */
export const wholeNumber =
  (min: number, max: number): Check<number> =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : undefined;

/** Any number from `min` to `max`. */
export const number =
  (min: number, max: number): Check<number> =>
  (value) =>
    typeof value === 'number' && value >= min && value <= max ? value : undefined;

export const flag: Check<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

/** What the check allows, or null. */
export const nullOr =
  <T>(check: Check<T>): Check<T | null> =>
  (value) =>
    value === null ? null : check(value);

/** A string that the whole of the expression matches. */
export const pattern =
  (expression: RegExp): Check<string> =>
  (value) =>
    typeof value === 'string' && expression.test(value) ? value : undefined;

/** Bytes as base64 of at most `maxLength` characters. */
export const base64 =
  (maxLength: number): Check<string> =>
  (value) =>
    typeof value === 'string' && value.length <= maxLength && /^[A-Za-z\d+/]+={0,2}$/.test(value) ? value : undefined;

/** A string of at most `maxLength` UTF-16 units. */
export const text =
  (maxLength: number): Check<string> =>
  (value) =>
    typeof value === 'string' && value.length <= maxLength ? value : undefined;

/** One of the given words. */
export const oneOf =
  <const T extends string | number>(words: readonly T[]): Check<T> =>
  (value) =>
    words.find((word) => word === value);

/** Bytes, at most `max` of them. */
export const bytes =
  (max: number): Check<Uint8Array> =>
  (value) =>
    value instanceof Uint8Array && value.byteLength <= max ? value : undefined;

/** An array of at most `max` valid items. */
export const list =
  <T>(item: Check<T>, max: number): Check<T[]> =>
  (value) => {
    if (!Array.isArray(value) || value.length > max) return undefined;
    const items = Array.from(value, item);
    return items.every((i) => i !== undefined) ? (items as T[]) : undefined;
  };

/** An array of exactly these items. */
export const tuple =
  <const C extends readonly Check<unknown>[]>(...checks: C): Check<Items<C>> =>
  (value) => {
    if (!Array.isArray(value) || value.length !== checks.length) return undefined;
    const items = checks.map((check, i) => check(value[i]));
    return items.every((item) => item !== undefined) ? (items as Items<C>) : undefined;
  };

/** An object of at most `max` entries whose values are all valid; any names. */
export const record =
  <T>(item: Check<T>, max: number): Check<Record<string, T>> =>
  (value) => {
    // Bytes and the like are objects with entries too.
    if (typeof value !== 'object' || value === null || ![Object.prototype, null].includes(Object.getPrototypeOf(value)))
      return undefined;
    const entries = Object.entries(value);
    if (entries.length > max) return undefined;
    const checked = entries.map(([name, each]) => [name, item(each)] as const);
    return checked.every(([, each]) => each !== undefined)
      ? (Object.fromEntries(checked) as Record<string, T>)
      : undefined;
  };

/**
 * An object with exactly these fields, freshly built: an unknown field is as wrong as a missing
 * one.
 */
export const fields =
  <F extends Fields>(shape: F): Check<Parsed<F>> =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const names = Object.keys(shape);
    if (Object.keys(value).length !== names.length) return undefined;
    const result: Record<string, unknown> = {};
    for (const name of names) {
      if (!Object.hasOwn(value, name)) return undefined;
      const checked = shape[name]!((value as Record<string, unknown>)[name]);
      if (checked === undefined) return undefined;
      result[name] = checked;
    }
    return result as Parsed<F>;
  };
