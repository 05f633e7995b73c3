import { CodeActionKind, type Range } from 'vscode-languageserver';
import type { Checked } from '../compliance/index';
import type { Hardening } from '../protocol/finding';
import { touches } from './touches';
import { wantsKind } from './wantsKind';

/**
 * What services lack that the range touches. Editors ask with each move of the cursor: the thread is
 * asked only where there is something to tell.
 * @param only kinds of actions that are wanted; undefined: any
 */
export async function hardeningAt(
  { hardening, lacking = [] }: Pick<Checked, 'hardening' | 'lacking'>,
  range: Range,
  only?: readonly string[],
): Promise<readonly Hardening[]> {
  const isWanted = wantsKind(only, CodeActionKind.QuickFix) && lacking.some((place) => touches(place, range));
  return (isWanted && (await hardening?.())) || [];
}
