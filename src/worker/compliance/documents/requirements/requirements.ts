/**
 * The packages that a Python application is shipped with: pip's requirements, `pyproject.toml` of
 * PEP 621 and Poetry, Pipfile, `setup.cfg` (fact T34). Linear and never throws.
 */
import { fileName } from '../../files';
import type { Place } from '../../model/value';
import { type TomlEntry, tomlEntries } from '../toml/tomlEntries';

export interface Requirement {
  /** In small letters, with `-` for `_` and `.` (PEP 503). */
  name: string;
  place: Place;
}

const NAME = /^\s*([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)/;
/** Packages of an extra, which nobody installs unasked. */
const EXTRA = /;[^;]*\bextra\s*==/;

/** As package indexes compare names. */
export const packageName = (written: string): string => written.toLowerCase().replace(/[-_.]+/g, '-');

/** Those of groups for development, and of extras, are left out. */
export function readRequirements(uri: string, text: string): Requirement[] {
  const name = fileName(uri).toLowerCase();
  if (name === 'setup.cfg') return ofSetup(uri, text);
  if (name === 'pipfile' || name.endsWith('.toml')) return ofToml(uri, text);
  return lines(text).flatMap(({ line, start }) => ofLine(uri, line, start));
}

const EGG = /#egg=([\w.-]+)/;

/** `name[extra]==1.0 ; marker  # comment`, `-e git+https://…#egg=name`. */
function ofLine(uri: string, line: string, start: number): Requirement[] {
  if (EXTRA.test(line)) return [];
  const egg = EGG.exec(line);
  if (egg) return [requirement(uri, egg[1]!, start + egg.index + '#egg='.length)];
  const found = NAME.exec(line);
  // Options and paths; `https://…` has no name.
  if (!found || /^\s*[\w+.-]+:\/\//.test(line) || /^\s*[\w.-]*[/\\]/.test(line)) return [];
  return [requirement(uri, found[1]!, start + found[0].length - found[1]!.length)];
}

const requirement = (uri: string, written: string, start: number): Requirement => ({
  name: packageName(written),
  place: { uri, start, end: start + written.length },
});

function lines(text: string): { line: string; start: number }[] {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return text
    .slice(start)
    .split('\n')
    .map((line) => {
      const found = { line, start };
      start += line.length + 1;
      return found;
    });
}

/** `optional = true`: an extra of Poetry. */
const OPTIONAL = /\boptional\s*=\s*true\b/;

function ofToml(uri: string, text: string): Requirement[] {
  return tomlEntries(text).flatMap((entry) => {
    const { table, key, keyPlace, strings, value } = entry;
    if (isTableOfPackages(entry)) {
      if (OPTIONAL.test(value) || key === 'python') return [];
      const written = text.slice(keyPlace.start, keyPlace.end);
      const inset = /^["']/.test(written) ? 1 : 0;
      return [requirement(uri, written.slice(inset, written.length - inset), keyPlace.start + inset)];
    }
    if (table !== 'project' || key !== 'dependencies') return [];
    return strings.flatMap((string) => ofLine(uri, string.text, string.start));
  });
}

const PACKAGES = /^(?:tool\.poetry\.dependencies|tool\.poetry\.group\.main\.dependencies|packages)$/;

/** A dotted key sets something of a package: `a.version = "1"`. */
const isTableOfPackages = ({ table, key, isDotted }: TomlEntry): boolean =>
  PACKAGES.test(table) && !isDotted && key !== '';

/** The indented lines behind `install_requires =`. */
function ofSetup(uri: string, text: string): Requirement[] {
  const out: Requirement[] = [];
  let section = '';
  let isInside = false;
  for (const { line, start } of lines(text)) {
    const header = /^\[([^\]]*)\]/.exec(line);
    if (header) section = header[1]!.trim();
    const key = /^([\w.-]+)\s*[=:]/.exec(line);
    if (header || key) isInside = section === 'options' && key?.[1] === 'install_requires';
    const from = key && isInside ? key[0].length : 0;
    if (isInside && (from > 0 || /^\s/.test(line)) && !/^\s*[#;]/.test(line))
      out.push(...ofLine(uri, line.slice(from), start + from));
  }
  return out;
}
