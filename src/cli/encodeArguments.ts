/** The arguments of `encode`, checked. */
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import type { SheetParams } from '../worker/protocol/batch';
import { fault } from '../worker/protocol/errors';
import type { Locale } from '../worker/protocol/finding';
import type { RenderFormat, RenderOptions } from '../worker/protocol/methods';
import type { PayloadValues } from '../worker/protocol/payload';
import type { EncodeOptions } from '../worker/protocol/symbol';
import {
  buildPayload,
  finderShapes,
  levels,
  maxVersion,
  moduleShapes,
  type PayloadKind,
  payloadKind,
  renderFormats,
  resolveLook,
} from '../worker/qr';
import { say } from './encodeStrings';
import { UsageError } from './usageError';

export interface EncodeArguments {
  help: boolean;
  /** Undefined: standard input. */
  text: string | undefined;
  options: EncodeOptions;
  format: RenderFormat | 'json';
  look: RenderOptions;
  /** A file; `options.logoShare` says how large it is drawn. */
  logo: string | undefined;
  /** Tell on stderr how much disturbance the picture survives. */
  scanMargin: boolean;
  output: string | undefined;
  verify: boolean;
  split: boolean;
  /** Write over files whose names a batch or a set makes. */
  force: boolean;
  /** Standard input is taken as bytes, not as text. */
  bytes: boolean;
  /** A file for labelled pages of all symbols of a batch or set. */
  sheet?: { file: string; format: SheetParams['format'] };
  batch?: BatchArguments;
}

export interface BatchArguments {
  file: string;
  /** Undefined: only the sheet is written. */
  folder: string | undefined;
  column: string | undefined;
  pattern: string;
  kind: PayloadKind | undefined;
}

const string = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  help: { ...flag, short: 'h' },
  level: string,
  'symbol-version': string,
  mask: string,
  bytes: flag,
  sheet: string,
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
  'logo-share': string,
  modules: string,
  finders: string,
  'scan-margin': flag,
  batch: string,
  'out-dir': string,
  force: flag,
  split: flag,
  column: string,
  name: string,
  eci: flag,
  'boost-level': flag,
} as const;

/** @throws UsageError, option-invalid */
export function encodeArguments(args: string[], locale: Locale): EncodeArguments {
  const { values, positionals } = parse(args);
  if (positionals.length > 1) throw new UsageError(say('oneText', locale, { count: positionals.length }));
  if (values.field && values.kind === undefined) throw new UsageError(say('fieldWithoutKind', locale));
  const kind = values.kind === undefined ? undefined : payloadKind(values.kind);
  if (values.batch !== undefined && positionals.length > 0) throw new UsageError(say('notWithBatch', locale, { option: positionals[0]! }));
  if (kind && positionals.length > 0) throw new UsageError(say('kindAndText', locale));
  if (values.bytes && (kind || values.split || values.batch !== undefined || (positionals[0] ?? '-') !== '-'))
    throw new UsageError(say('bytesFromInput', locale));
  if (values.force && !values.split && values.batch === undefined) throw new UsageError(say('forceOfMany', locale));
  if (values.split && values.mask !== undefined) throw new UsageError(say('maskOfSet', locale));
  // What a logo covers, only the strongest level can restore.
  const asked = values.level?.toUpperCase() ?? (values.split && values.logo !== undefined ? 'H' : undefined);
  const level = asked === undefined ? undefined : oneOf('level', asked, levels);
  const look = {
    marginModules: numberOf('margin', values.margin, 0, 100),
    scale: numberOf('scale', values.scale, 1, 200),
    dark: values.dark,
    light: values.light,
    modules: values.modules === undefined ? undefined : oneOf('modules', values.modules, moduleShapes),
    finders: values.finders === undefined ? undefined : oneOf('finders', values.finders, finderShapes),
  };
  resolveLook(look);
  if (values['logo-share'] !== undefined && values.logo === undefined) throw new UsageError(say('shareWithoutLogo', locale));
  const logoShare = values.logo === undefined ? undefined : shareOf(values['logo-share'] ?? '0.2');
  return {
    help: values.help ?? false,
    text:
      kind && values.batch === undefined
        ? buildPayload(kind, fieldValues(values.field ?? [], locale))
        : positionals[0] === '-'
          ? undefined
          : positionals[0],
    options: {
      level,
      version: numberOf('symbol-version', values['symbol-version'], 1, maxVersion),
      mask: numberOf('mask', values.mask, 0, 7),
      eci: values.eci,
      boostLevel: values['boost-level'],
      logoShare,
    },
    format: oneOf('format', values.format ?? (values.batch === undefined ? formatOf(values.output) : 'png'), [
      ...renderFormats,
      'json',
    ] as const),
    look,
    logo: values.logo,
    scanMargin: values['scan-margin'] ?? false,
    output: values.output === '-' ? undefined : values.output,
    verify: !values['no-verify'],
    split: values.split ?? false,
    force: values.force ?? false,
    bytes: values.bytes ?? false,
    sheet: sheetOf(values, locale),
    batch: batchOf(values, kind, locale),
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

interface BatchValues {
  sheet?: string;
  batch?: string;
  'out-dir'?: string;
  column?: string;
  name?: string;
  split?: boolean;
  output?: string;
  field?: string[];
}

function batchOf(values: BatchValues, kind: PayloadKind | undefined, locale: Locale): BatchArguments | undefined {
  const { batch: file, 'out-dir': folder, column, name = '{n}' } = values;
  if (file === undefined) {
    const stray = (['out-dir', 'column', 'name'] as const).find((option) => values[option] !== undefined);
    if (stray) throw new UsageError(say('batchOnly', locale, { option: `--${stray}` }));
    return undefined;
  }
  const clash = (['split', 'output', 'field'] as const).find((option) => values[option] !== undefined);
  if (clash) throw new UsageError(say('notWithBatch', locale, { option: `--${clash}` }));
  if (folder === undefined && values.sheet === undefined) throw new UsageError(say('outDirMissing', locale));
  return { file, folder, column, pattern: name, kind };
}

/** `name=value` each; the value may hold further equals signs. */
function fieldValues(fields: string[], locale: Locale): PayloadValues {
  const values: PayloadValues = {};
  for (const field of fields) {
    const equals = field.indexOf('=');
    if (equals < 1) throw new UsageError(say('fieldShape', locale));
    values[field.slice(0, equals)] = field.slice(equals + 1);
  }
  return values;
}

const formatByExtension: Record<string, RenderFormat | 'json'> = { '.jpg': 'jpeg', '.txt': 'terminal', '.md': 'markdown' };

function formatOf(output: string | undefined): string {
  if (output === undefined || output === '-') return 'terminal';
  const extension = extname(output).toLowerCase();
  return formatByExtension[extension] ?? extension.slice(1);
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw fault('option-invalid', { option, value, expected: allowed.join(', ') });
  return found;
}

function numberOf(option: string, value: string | undefined, min: number, max: number): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= min && number <= max)) throw fault('option-invalid', { option, value, expected: `${min}-${max}` });
  return number;
}

function sheetOf({ sheet: file, batch, split }: BatchValues, locale: Locale): EncodeArguments['sheet'] {
  if (file === undefined) return undefined;
  if (batch === undefined && !split) throw new UsageError(say('sheetOfMany', locale));
  return { file, format: oneOf('sheet', extname(file).toLowerCase().slice(1), ['html', 'pdf'] as const) };
}

function shareOf(value: string): number {
  if (!/^0?\.\d{1,4}$/.test(value)) throw fault('option-invalid', { option: 'logo-share', value, expected: '0.05-0.3' });
  return Number(value);
}
