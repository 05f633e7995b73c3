/** The baselines that the arguments of `lint` name. */
import { type BaselineText, holdBaseline, isBaselineText, MAX_BASELINE_MB } from '../worker/compliance/index';
import { asFailure, fault } from '../worker/protocol/errors';
import { decodeText } from '../worker/text/decodeText';
import { visiblePath } from '../worker/text/visible';
import type { CliIo } from './io';
import type { LintArguments } from './lintArguments';
import { readInput } from './readInput';
import { statOf } from './replaceFile';
import { tell } from './tell';
import { pathBeside } from './workspace';

const textOf = (path: string): string => decodeText(readInput(path, MAX_BASELINE_MB)).text;

/** Who says which baseline holds, where that is not left to configurations. */
export function findBaseline({
  baseline,
  useBaseline,
  writeBaseline,
}: LintArguments): ((path: string) => BaselineText | undefined) | undefined {
  if (!useBaseline || writeBaseline !== undefined) return () => undefined;
  if (baseline === undefined) return undefined;
  const text = textOf(baseline);
  return (path) => ({ uri: baseline, text, path: pathBeside(baseline, path) });
}

/**
 * Looks at the named files before anything is judged.
 * @returns whether one cannot be used, for a reason that was told
 */
export function isBaselineWrong(wanted: LintArguments, io: CliIo): boolean {
  const { baseline, writeBaseline: target } = wanted;
  const path = baseline ?? target;
  if (path === undefined) return false;
  try {
    if (baseline !== undefined) {
      const { problem } = holdBaseline({ uri: baseline, text: textOf(baseline), path: '' });
      if (problem) throw problem;
    } else if (statOf(path)?.isFile() && !isBaselineText(textOf(path))) throw fault('baseline-occupied');
    return false;
  } catch (error) {
    tell(io, `${visiblePath(path)}: ${asFailure(error, io.locale).message}`);
    return true;
  }
}
