/** A rule's report as the finding that crosses the wire, in the user's language. */
import { fill as fillIn } from '../protocol/fill';
import type { Finding, Fix, Locale } from '../protocol/finding';
import { type Lines, linesOf, rangeOf } from './documents/text/lines';
import type { WorkspaceFiles } from './files';
import type { Quote } from './foreignValues';
import { UNKNOWN } from './model/value';
import { findingFingerprint } from './report/findingFingerprint';
import type { FixReport, RuleReport } from './rules/rule';

interface Wording {
  locale: Locale;
  /** Gives the lines of related places in other files; without it they are left out. */
  files?: WorkspaceFiles;
  /** For every text that a rule read somewhere. */
  quote?: Quote;
  /** The file is kept from readers of reports: they cannot try out values by a fingerprint. */
  isKeptFromGit?: boolean;
}

export function toFinding(
  report: RuleReport,
  lines: Lines,
  { locale, files, quote = (text) => text, isKeptFromGit }: Wording,
): Finding {
  const { rule } = report;
  const quoted = (data: Data = {}): Data => {
    const out: Record<string, string> = {};
    for (const name in data) out[name] = quote(String(data[name]));
    return out;
  };
  let own: Data | undefined;
  const say = (key: string) => {
    own ??= quoted(report.data);
    return fill(rule.messages[key]![locale], own);
  };
  const range = rangeOf(lines, report.place);
  const service = report.service === undefined ? undefined : quote(report.service).replaceAll(UNKNOWN, '…');
  const finding: Finding = {
    rule: rule.id,
    name: rule.name,
    severity: report.severity ?? rule.severity,
    message: say(report.message),
    range,
    fingerprint: findingFingerprint({ rule: rule.id, service, range }, lines, isKeptFromGit),
    clauses: [...rule.clauses],
    rows: [...(report.rows ?? rule.rows)],
    fixes: fixesOf(report, quote).flatMap(
      (fix) => toFix(fix, lines, report.place.uri, say) ?? foreignFix(fix, report.place.uri, files, say) ?? [],
    ),
  };
  if (service !== undefined) finding.service = service;
  if (report.suppressed) finding.suppressed = report.suppressed;
  if (!report.related && !report.origins) return finding;
  const places = [
    ...(report.related ?? []).map(({ place, message, data }) => ({
      place,
      message: fill(rule.messages[message]![locale], quoted(data ?? report.data)),
    })),
    ...(report.origins ?? []).map(({ place, text, data }) => ({ place, message: fill(text[locale], quoted(data)) })),
  ];
  const related = places.flatMap(({ place, message }) => {
    const there = place.uri === report.place.uri ? lines : linesElsewhere(files?.text(place.uri));
    return there ? [{ uri: place.uri, range: rangeOf(there, place), message }] : [];
  });
  if (related.length > 0) finding.related = related;
  return finding;
}

let lastElsewhere: Lines | undefined;

/** Many services may extend one of the same large file. */
function linesElsewhere(text: string | null | undefined): Lines | undefined {
  if (typeof text !== 'string') return undefined;
  if (lastElsewhere?.text !== text) lastElsewhere = linesOf(text);
  return lastElsewhere;
}

/** A fix writes what stands in the file or what a rule recommends, never what an env file holds. */
function fixesOf({ fixes, harden }: RuleReport, quote: Quote): FixReport[] {
  const own = fixes?.() ?? [];
  const all = harden
    ? [{ safe: false, title: 'add', edits: harden.container.writer.add(harden.settings) }, ...own]
    : own;
  return all.filter(({ edits = [] }) => edits.every(({ newText }) => quote(newText) === newText));
}

/** Undefined without edits, where they change nothing, and where they are not of this file alone. */
export function toFix(
  { safe, title, edits }: FixReport,
  lines: Lines,
  uri: string,
  say: (key: string) => string,
): Fix | undefined {
  if (!edits?.some((e) => lines.text.slice(e.start, e.end) !== e.newText) || edits.some((e) => e.uri !== uri))
    return undefined;
  return { safe, title: say(title), edits: edits.map((e) => ({ range: rangeOf(lines, e), newText: e.newText })) };
}

/** A fix in one other file; a file that is not there is made. */
function foreignFix(
  { safe, title, edits = [] }: FixReport,
  own: string,
  files: WorkspaceFiles | undefined,
  say: (key: string) => string,
): Fix | undefined {
  const uri = edits[0]?.uri;
  if (uri === undefined || uri === own || edits.some((e) => e.uri !== uri)) return undefined;
  // Asked for in any case: what the answer rests on is known by that.
  const text = files?.text(uri);
  if (text === undefined || files?.isEditable?.(uri) === false) return undefined;
  const lines = linesOf(text ?? '');
  const fix: Fix = {
    safe,
    title: say(title),
    uri,
    edits: edits.map((e) => ({ range: rangeOf(lines, e), newText: e.newText })),
  };
  return text === null ? { ...fix, create: true } : fix;
}

/** Replaces `{name}` by the data of that name, with `…` for what is not known. */
export const fill = (text: string, data: Data = {}): string =>
  text.includes('{') ? fillIn(text, data).replaceAll(UNKNOWN, '…') : text;

type Data = Readonly<Record<string, string | number>>;
