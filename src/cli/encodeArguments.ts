/** The arguments of `encode`, checked. */
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { fault } from '../worker/protocol/errors';
import type { Locale } from '../worker/protocol/finding';
import type { RenderFormat, RenderOptions } from '../worker/protocol/methods';
import type { Level } from '../worker/protocol/symbol';
import { levels } from '../worker/qr/limits';
import { resolveLook } from '../worker/qr/render/look';
import { renderFormats } from '../worker/qr/render/render';
import { say } from './encodeStrings';
import { UsageError } from './usageError';

export interface EncodeArguments {
  help: boolean;
  /** Undefined: standard input. */
  text: string | undefined;
  level: Level;
  format: RenderFormat | 'json';
  look: RenderOptions;
  output: string | undefined;
  verify: boolean;
}

const string = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  help: { ...flag, short: 'h' },
  level: string,
  format: string,
  margin: string,
  scale: string,
  dark: string,
  light: string,
  output: { ...string, short: 'o' },
  'no-verify': flag,
  kind: string,
  field: { ...string, multiple: true },
  logo: string,
  batch: string,
  'out-dir': string,
  split: flag,
} as const;

/** Of the contract, but not built yet. */
const later = ['kind', 'field', 'logo', 'batch', 'out-dir', 'split'] as const;

/** @throws UsageError, option-invalid */
export function encodeArguments(args: string[], locale: Locale): EncodeArguments {
  const { values, positionals } = parse(args);
  const notYet = later.find((option) => values[option] !== undefined);
  if (notYet) throw new UsageError(say('notYet', locale, { option: `--${notYet}` }));
  if (positionals.length > 1) throw new UsageError(say('oneText', locale, { count: positionals.length }));
  const level = oneOf('level', values.level?.toUpperCase() ?? 'H', levels);
  const look = {
    marginModules: numberOf('margin', values.margin),
    scale: numberOf('scale', values.scale),
    dark: values.dark,
    light: values.light,
  };
  resolveLook(look);
  return {
    help: values.help ?? false,
    text: positionals[0] === '-' ? undefined : positionals[0],
    level,
    format: oneOf('format', values.format ?? formatOf(values.output), [...renderFormats, 'json'] as const),
    look,
    output: values.output === '-' ? undefined : values.output,
    verify: !values['no-verify'],
  };
}

/** node:util's own messages name the option and are kept; they exist in English only. */
function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

const extensions: Record<string, RenderFormat | 'json'> = { '.jpg': 'jpeg', '.txt': 'terminal' };

function formatOf(output: string | undefined): string {
  if (output === undefined || output === '-') return 'terminal';
  const extension = extname(output).toLowerCase();
  return extensions[extension] ?? extension.slice(1);
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw fault('option-invalid', { option, value, expected: allowed.join(', ') });
  return found;
}

function numberOf(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,6}$/.test(value)) throw fault('option-invalid', { option, value, expected: '0-9' });
  return Number(value);
}
