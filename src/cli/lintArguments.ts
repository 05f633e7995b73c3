/** The arguments of `lint`, checked. */
import { parseArgs } from 'node:util';
import type { Locale, Profile, Severity } from '../worker/protocol/finding';
import { sayLint } from './lintStrings';
import { UsageError } from './usageError';

const FORMATS = ['text', 'json', 'sarif', 'junit', 'markdown', 'html', 'github'] as const;

export interface LintArguments {
  help: boolean;
  paths: string[];
  profile: Profile | undefined;
  config: string | undefined;
  format: (typeof FORMATS)[number];
  fix: 'none' | 'safe' | 'all';
  failOn: Severity | 'never';
  stdinName: string | undefined;
  group: boolean;
  /** Look for a configuration. */
  useConfig: boolean;
  inlineSuppressions: boolean;
}

const string = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** @throws UsageError */
export function lintArguments(args: string[], locale: Locale): LintArguments {
  const { values, positionals } = parse(args);
  const oneOf = <T extends string>(option: string, value: string | undefined, choices: readonly T[]): T | undefined => {
    if (value === undefined || choices.includes(value as T)) return value as T | undefined;
    throw new UsageError(sayLint('badValue', locale, { option, value, choices: choices.join(', ') }));
  };
  if (!values.help && positionals.length === 0) throw new UsageError(sayLint('noPath', locale));
  return {
    help: values.help === true,
    paths: positionals,
    profile: oneOf('--profile', values.profile, ['recommended', 'mlps3']),
    config: values.config,
    format: oneOf('--format', values.format, FORMATS) ?? 'text',
    fix: values['fix-unsafe'] ? 'all' : values.fix ? 'safe' : 'none',
    failOn: oneOf('--fail-on', values['fail-on'], ['error', 'warning', 'info', 'hint', 'never']) ?? 'error',
    stdinName: values['stdin-filename'],
    group: values['no-group'] !== true,
    useConfig: values['no-config'] !== true,
    inlineSuppressions: values['no-inline-suppressions'] !== true,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { ...flag, short: 'h' },
        profile: string,
        config: string,
        format: string,
        fix: flag,
        'fix-unsafe': flag,
        'fail-on': string,
        'stdin-filename': string,
        'no-group': flag,
        'no-config': flag,
        'no-inline-suppressions': flag,
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
