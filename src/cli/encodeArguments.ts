/** The arguments of `encode`, checked. */
import { extname } from 'node:path';
import type { SheetParams } from '../worker/protocol/batch';
import { fault } from '../worker/protocol/errors';
import type { Locale } from '../worker/protocol/finding';
import type { PayloadValues } from '../worker/protocol/payload';
import { extensions, type RenderFormat, type RenderOptions } from '../worker/protocol/style';
import type { EncodeOptions } from '../worker/protocol/symbol';
import { buildPayload, type PayloadKind, payloadKind } from '../worker/qr';
import { encodeFormats, encodeOptions } from './encodeOptions';
import { say } from './encodeStrings';
import { readArguments, type Values } from './readArguments';
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
  /** Overwrite files whose names a batch or a set makes. */
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

const DEFAULT_LOGO_SHARE = 0.2;

/** @throws UsageError, option-invalid */
export function encodeArguments(args: string[], locale: Locale): EncodeArguments {
  const { values, positionals } = readArguments(args, encodeOptions, locale);
  if (positionals.length > 1) throw new UsageError(say('oneText', locale, { count: positionals.length }));
  if (values.field && values.kind === undefined) throw new UsageError(say('fieldWithoutKind', locale));
  const kind = values.kind === undefined ? undefined : payloadKind(values.kind);
  if (values.batch !== undefined && positionals.length > 0)
    throw new UsageError(say('notWithBatch', locale, { option: positionals[0]! }));
  if (kind && positionals.length > 0) throw new UsageError(say('kindAndText', locale));
  if (values.bytes && (kind || values.split || values.batch !== undefined || (positionals[0] ?? '-') !== '-'))
    throw new UsageError(say('bytesFromInput', locale));
  if (values.force && !values.split && values.batch === undefined) throw new UsageError(say('forceOfMany', locale));
  if (values.split && values.mask !== undefined) throw new UsageError(say('maskOfSet', locale));
  // What a logo covers, only the strongest level can restore.
  const level = values.level ?? (values.split && values.logo !== undefined ? 'H' : undefined);
  const { dark, light, modules, finders, margin: marginModules, scale } = values;
  if (values['logo-share'] !== undefined && values.logo === undefined)
    throw new UsageError(say('shareWithoutLogo', locale));
  const logoShare = values.logo === undefined ? undefined : (values['logo-share'] ?? DEFAULT_LOGO_SHARE);
  return {
    help: values.help,
    text:
      kind && values.batch === undefined
        ? buildPayload(kind, fieldValues(values.field ?? [], locale))
        : positionals[0] === '-'
          ? undefined
          : positionals[0],
    options: {
      level,
      version: values['symbol-version'],
      mask: values.mask,
      eci: values.eci,
      boostLevel: values['boost-level'],
      logoShare,
    },
    format: values.format ?? (values.batch === undefined ? formatOf(values.output) : 'png'),
    look: { marginModules, scale, dark, light, modules, finders },
    logo: values.logo,
    scanMargin: values['scan-margin'],
    output: values.output === '-' ? undefined : values.output,
    verify: !values['no-verify'],
    split: values.split,
    force: values.force,
    bytes: values.bytes,
    sheet: sheetOf(values, locale),
    batch: batchOf(values, kind, locale),
  };
}

type BatchValues = Values<typeof encodeOptions>;

function batchOf(values: BatchValues, kind: PayloadKind | undefined, locale: Locale): BatchArguments | undefined {
  const { batch: file, 'out-dir': folder, column, name = '{n}' } = values;
  if (file === undefined) {
    const stray = (['out-dir', 'column', 'name'] as const).find((option) => values[option] !== undefined);
    if (stray) throw new UsageError(say('batchOnly', locale, { option: `--${stray}` }));
    return undefined;
  }
  const clash = (['split', 'output', 'field'] as const).find((option) => values[option]);
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

/** By the name of the file, else for the terminal. */
function formatOf(output: string | undefined): EncodeArguments['format'] {
  if (output === undefined || output === '-') return 'terminal';
  const extension = extname(output).toLowerCase();
  const found = encodeFormats.find(
    (format) => extension === `.${format}` || (format !== 'json' && extension === extensions[format]),
  );
  if (!found) throw fault('option-invalid', { option: 'output', value: output, expected: encodeFormats.join(', ') });
  return found;
}

const sheetFormats = ['html', 'pdf'] as const;

function sheetOf({ sheet: file, batch, split }: BatchValues, locale: Locale): EncodeArguments['sheet'] {
  if (file === undefined) return undefined;
  if (batch === undefined && !split) throw new UsageError(say('sheetOfMany', locale));
  const format = sheetFormats.find((each) => extname(file).toLowerCase() === `.${each}`);
  if (!format) throw fault('option-invalid', { option: 'sheet', value: file, expected: sheetFormats.join(', ') });
  return { file, format };
}
