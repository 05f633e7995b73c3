/** The light bulb in a configuration: an attestation to be written, or one that is looked at again. */
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import { attestationEdit, linesOf, proposedDay, rangeOf, readConfig, untimely } from '../compliance/index';
import { fill } from '../protocol/fill';
import type { Locale, Position, TextEdit } from '../protocol/finding';
import { isDamaged } from '../text/decodeText';
import { positionBehind } from './positionBehind';
import { touches } from './touches';

const titles = {
  renew: {
    en: '{about}: looked at today, holds until {until} (correct both if they differ)',
    'zh-cn': '{about}：今日核查，有效期至 {until}（如不符请修改两个日期）',
  },
  draft: {
    en: 'Add an attestation: write the row, who looked and the evidence',
    'zh-cn': '添加声明：请填写行号、核查人和证据',
  },
} satisfies Record<string, Record<Locale, string>>;

interface ConfigActionRequest {
  uri: string;
  text: string;
  range: Range;
  only: readonly string[] | undefined;
  locale: Locale;
  /** ISO date. */
  today: string;
  /** The client's command that goes to a place (URI, position); undefined where it has none. */
  placeCommand: string | undefined;
}

export function configActions(request: ConfigActionRequest): CodeAction[] {
  const { uri, text, range, only, locale, today, placeCommand } = request;
  if (isDamaged(text) || (only && !only.includes(CodeActionKind.QuickFix))) return [];
  const action = (title: string, edits: TextEdit[], place: Position): CodeAction => ({
    ...{ title, kind: CodeActionKind.QuickFix, isPreferred: false, edit: { changes: { [uri]: edits } } },
    ...(placeCommand !== undefined && { command: { title, command: placeCommand, arguments: [uri, place] } }),
  });
  const { config } = readConfig(uri, text);
  const lines = linesOf(text);
  const over = new Set(untimely(config, today).flatMap(({ code, place }) => (code === 'over' ? [place.start] : [])));
  const until = proposedDay(today, 'year');
  const renewals = (config.attestations ?? []).flatMap(({ for: about, at }) => {
    if (!at.until || !over.has(at.entry.start) || !touches(rangeOf(lines, at.entry), range)) return [];
    const edits = [
      { range: rangeOf(lines, at.on), newText: today },
      { range: rangeOf(lines, at.until), newText: until },
    ];
    return [action(fill(titles.renew[locale], { about, until }), edits, edits[0]!.range.start)];
  });
  const isAtList = LIST.test(text.slice(lines.starts[range.start.line]));
  const draft = isAtList ? attestationEdit(text, { for: '', by: '', on: today, until, evidence: '' }) : undefined;
  return draft ? [...renewals, action(titles.draft[locale], [draft], positionBehind(draft, 'row: '))] : renewals;
}

const LIST = /^[ \t]*["']?attestations["']?[ \t]*:/;
