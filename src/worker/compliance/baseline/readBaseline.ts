/** Reads a baseline: any text is one, or is refused with the reason. */
import { fault } from '../../protocol/errors';
import {
  BASELINE_VERSION,
  type Baseline,
  type BaselineEntry,
  MAX_BASELINE_CHARACTERS,
  MAX_BASELINE_MB,
} from './baseline';

/** @throws fault baseline-too-large, baseline-not-json, baseline-newer, baseline-shape */
export function readBaseline(text: string): Baseline {
  if (text.length > MAX_BASELINE_CHARACTERS) throw fault('baseline-too-large', { mb: MAX_BASELINE_MB });
  const root = asObject(parsed(text), 'the whole');
  const { version } = root;
  if (typeof version === 'number' && version > BASELINE_VERSION)
    throw fault('baseline-newer', { version, known: BASELINE_VERSION });
  if (version !== BASELINE_VERSION) throw wrong('version');
  const tool = asObject(root.tool, 'tool');
  const ruleSet = asObject(root.ruleSet, 'ruleSet');
  return {
    version,
    tool: { name: asText(tool.name, 'tool.name'), version: asText(tool.version, 'tool.version') },
    ruleSet: {
      standard: asText(ruleSet.standard, 'ruleSet.standard'),
      rules: asCount(ruleSet.rules, 'ruleSet.rules', 0),
    },
    profiles: asList(root.profiles, 'profiles').map((profile, i) => asText(profile, `profiles[${i}]`)),
    date: asText(root.date, 'date'),
    findings: asList(root.findings, 'findings').map((finding, i) => readEntry(finding, `findings[${i}]`)),
  };
}

/** The parser's own words quote the file, which may be another one, with secrets in it. */
function parsed(text: string): unknown {
  try {
    // Some editors write a byte order mark.
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    throw fault('baseline-not-json');
  }
}

function readEntry(value: unknown, at: string): BaselineEntry {
  const { path, rule, fingerprint, count, message } = asObject(value, at);
  if (typeof fingerprint !== 'string' || !/^[\da-f]{16}$/.test(fingerprint)) throw wrong(`${at}.fingerprint`);
  return {
    path: asText(path, `${at}.path`),
    rule: asText(rule, `${at}.rule`),
    fingerprint,
    count: asCount(count, `${at}.count`, 1),
    message: asText(message, `${at}.message`),
  };
}

const wrong = (at: string): Error => fault('baseline-shape', { at });

function asObject(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(at);
  return value as Record<string, unknown>;
}

function asList(value: unknown, at: string): unknown[] {
  if (!Array.isArray(value)) throw wrong(at);
  return value;
}

function asText(value: unknown, at: string): string {
  if (typeof value !== 'string') throw wrong(at);
  return value;
}

function asCount(value: unknown, at: string, least: number): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least) throw wrong(at);
  return value;
}
