/**
 * Comments of other tools that silence one of their rules, honoured by option through the peer ids
 * of ours.
 */
import { type Lines, lineAt } from './documents/text/lines';
import type { LineSpan } from './firstCovering';
import type { Rule } from './rules/rule';
import { runEnd } from './runEnd';

/** The lines are those it speaks for. */
export interface ForeignSuppression extends LineSpan {
  /** Ids as that tool writes them, lower case; empty: all of its rules. */
  ids: string[];
  reason: string | undefined;
}

interface Form {
  pattern: RegExp;
  /** `next`: the following instruction; `line`: its own; `file`: everything. */
  reach: 'next' | 'line' | 'file';
  /** Of a tool whose ids are not in our tables: every rule. */
  all?: boolean;
}

const FORMS: readonly Form[] = [
  { pattern: /#[ \t]*hadolint[ \t]+global[ \t]+ignore=([\w,; \t]+)/gi, reach: 'file' },
  { pattern: /#[ \t]*hadolint[ \t]+ignore=([\w,; \t]+)/gi, reach: 'next' },
  { pattern: /#[ \t]*checkov:skip=([\w]+)(?::([^\r\n]*))?/gi, reach: 'file' },
  { pattern: /#[ \t]*(?:trivy|tfsec):ignore:([\w-]+)/gi, reach: 'next' },
  { pattern: /#[ \t]*check=(?:[\w=]+;)*skip=([\w,]+)/gi, reach: 'file' },
  { pattern: /#[ \t]*nosemgrep(?::[ \t]*([\w.,-]+))?/gi, reach: 'line', all: true },
  { pattern: /#[ \t]*kics-scan[ \t]+ignore-line\b/gi, reach: 'next', all: true },
  { pattern: /#[ \t]*kics-scan[ \t]+ignore\b(?!-)/gi, reach: 'file', all: true },
  { pattern: /#[ \t]*dclint[ \t]+disable-file\b[ \t]*([\w, -]*)/gi, reach: 'file', all: true },
  { pattern: /#[ \t]*dclint[ \t]+disable-line\b[ \t]*([\w, -]*)/gi, reach: 'line', all: true },
];

/** Every one of the text; linear in its length. */
export function readForeignSuppressions(lines: Lines): ForeignSuppression[] {
  const last = lines.starts.length - 1;
  const textOf = (at: number) => lines.text.slice(lines.starts[at]!, lines.starts[at + 1] ?? lines.text.length);
  const behindComments = runEnd(last, (at) => /^\s*(#|$)/.test(textOf(at)));
  const endOfCommand = runEnd(last, (at) => /[\\`]\s*$/.test(textOf(at)));
  return FORMS.flatMap(({ pattern, reach, all }) =>
    [...lines.text.matchAll(pattern)].flatMap((match): ForeignSuppression[] => {
      const ids = (match[1] ?? '')
        .toLowerCase()
        .split(/[,;\s]+/)
        .filter(Boolean);
      if (ids.length === 0 && !all) return [];
      const line = lineAt(lines, match.index);
      const alone = /^\s*$/.test(lines.text.slice(lines.starts[line]!, match.index));
      const next = reach === 'next' || (reach === 'line' && alone);
      const [from, to] =
        reach === 'file' ? [0, last] : [line, next ? endOfCommand(behindComments(Math.min(line + 1, last))) : line];
      return [{ ids: ids.includes('all') ? [] : ids, from, to, reason: match[2]?.trim() || undefined }];
    }),
  );
}

/** Whether it silences our rule on its lines: one of its ids is a peer of the rule. */
export function foreignConcerns({ ids }: ForeignSuppression, rule: Rule): boolean {
  return ids.length === 0 || rule.peers.some((peer) => ids.some((id) => samePeer(peer.toLowerCase(), id)));
}

/** `AVD-DS-0002`, `DS002` and `DS-0002` are one; semgrep writes the path in front of the rule. */
function samePeer(peer: string, id: string): boolean {
  return peer === id || shortTrivy(peer) === shortTrivy(id) || id.endsWith(`.${peer}`);
}

const shortTrivy = (id: string): string => id.replace(/^(?:avd-)?ds-?0*(\d+)$/, 'ds$1');
