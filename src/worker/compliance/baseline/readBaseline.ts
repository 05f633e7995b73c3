/** Reads a baseline: any text is one, or is refused with the reason. */
import { fault } from '../../protocol/errors';
import { parseJson, shapeReaders } from '../shapeReaders';
import {
  BASELINE_VERSION,
  type Baseline,
  type BaselineEntry,
  MAX_BASELINE_CHARACTERS,
  MAX_BASELINE_MB,
  MAX_ENTRY_TEXT,
  MAX_PROFILES,
} from './baseline';

const wrong = (at: string): Error => fault('baseline-shape', { at });
const { asObject, asList, asText: asAnyText, asCount } = shapeReaders(wrong);

function asText(value: unknown, at: string): string {
  const text = asAnyText(value, at);
  if (text.length > MAX_ENTRY_TEXT) throw wrong(at);
  return text;
}

/** @throws fault baseline-too-large, baseline-not-json, baseline-newer, baseline-shape */
export function readBaseline(text: string): Baseline {
  if (text.length > MAX_BASELINE_CHARACTERS) throw fault('baseline-too-large', { mb: MAX_BASELINE_MB });
  const root = asObject(
    parseJson(text, () => fault('baseline-not-json')),
    'the whole',
  );
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
    profiles: readProfiles(root.profiles),
    date: asText(root.date, 'date'),
    findings: asList(root.findings, 'findings').map((finding, i) => readEntry(finding, `findings[${i}]`)),
  };
}

function readProfiles(value: unknown): string[] {
  const profiles = asList(value, 'profiles');
  if (profiles.length > MAX_PROFILES) throw wrong('profiles');
  return profiles.map((profile, i) => asText(profile, `profiles[${i}]`));
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
