/** The kinds of values that options take. */
import { isDate } from '../worker/protocol/isDate';
import type { ValueReader } from './readArguments';

/** One of these words. */
export const choice = <const T extends string>(words: readonly T[]): ValueReader<T> => ({
  expected: { en: words.join(', '), 'zh-cn': words.join('、') },
  read: (value) => words.find((word) => word === value),
});

/** A whole number from `min` to `max`. */
export const whole = (min: number, max: number): ValueReader<number> => ({
  expected: { en: `a whole number from ${min} to ${max}`, 'zh-cn': `${min} 到 ${max} 的整数` },
  read: (value) =>
    /^\d{1,12}$/.test(value) && Number(value) >= min && Number(value) <= max ? Number(value) : undefined,
});

const NUMBER = /^-?\d{0,7}\.?\d{1,6}$/;

/** A decimal number from `min` to `max`. */
export const decimal = (min: number, max: number): ValueReader<number> => ({
  expected: { en: `a number from ${min} to ${max}`, 'zh-cn': `${min} 到 ${max} 的数` },
  read: (value) => (NUMBER.test(value) && Number(value) >= min && Number(value) <= max ? Number(value) : undefined),
});

/** So many numbers between commas, each from `min` to `max`. */
export const numbers = (count: number, min: number, max: number): ValueReader<number[]> => ({
  expected: {
    en: `${count} numbers from ${min} to ${max} with commas between them`,
    'zh-cn': `以逗号分隔的 ${count} 个数，每个为 ${min} 到 ${max}`,
  },
  read(value) {
    const read = value.split(',', count + 1).map((each) => decimal(min, max).read(each.trim()));
    return read.length === count && read.every((each) => each !== undefined) ? (read as number[]) : undefined;
  },
});

export const colour: ValueReader<string> = {
  expected: '#rrggbb',
  read: (value) => (/^#[\da-f]{6}$/i.test(value) ? value : undefined),
};

export const isoDate: ValueReader<string> = {
  expected: { en: 'a date such as 2026-01-31', 'zh-cn': '日期，如 2026-01-31' },
  read: (value) => (isDate(value) ? value : undefined),
};
