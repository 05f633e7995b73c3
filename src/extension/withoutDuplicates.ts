/**
 * Leaves out findings that another active linter reports on the same line under its own name: one
 * cause, one squiggle.
 */

import type * as vscode from 'vscode';
import { TOOL_NAME } from '../worker/protocol/toolName';

/** A finding of ours, with the names that other linters have for its rule. */
type Ours = Pick<vscode.Diagnostic, 'range'> & { data?: unknown };
type Theirs = Pick<vscode.Diagnostic, 'range' | 'code' | 'source'>;

const codeOf = ({ code }: Theirs): string => String(typeof code === 'object' ? code.value : (code ?? '')).toLowerCase();

export function withoutDuplicates<T extends Ours>(ours: readonly T[], all: readonly Theirs[]): T[] {
  const lines = new Map<number, Set<string>>();
  for (const other of all) {
    const code = codeOf(other);
    if (other.source === TOOL_NAME || code === '') continue;
    const { line } = other.range.start;
    lines.set(line, (lines.get(line) ?? new Set()).add(code));
  }
  if (lines.size === 0) return [...ours];
  return ours.filter(({ range, data }) => {
    const there = lines.get(range.start.line);
    const peers = (data as { peers?: string[] } | undefined)?.peers ?? [];
    return !there || !peers.some((peer) => there.has(peer.toLowerCase()));
  });
}
