/** A saved file that is checked while it is typed: its check is written down now. */
import * as vscode from 'vscode';
import { configGlob } from '../../worker/protocol/deploymentFiles';
import { contentMark } from './contentMark';
import type { Operation, Saved } from './operations';

/**
 * None for a file that is not checked.
 * @param hurried there is no more time to wait for its check
 */
export async function savedOperation(
  { document, text, version, checked: coming }: Saved,
  hurried: Promise<void>,
): Promise<Operation[]> {
  const target = document.uri.toString();
  if (vscode.languages.match({ pattern: configGlob }, document) > 0)
    return [{ op: 'configuration', target, result: 'ok', content: await contentMark(text) }];
  const checked = await Promise.race([coming, hurried]);
  // Whether it holds secrets is not known either.
  if (!checked) return [{ op: 'check', target, result: 'cancelled', content: await contentMark(text, true) }];
  if (checked.isNotChecked) return [];
  const { counts, suppressed, unchanged, ms, profile } = checked;
  const { error, warning, ...others } = counts;
  const more = Object.entries({ ...others, suppressed, inBaseline: unchanged }).filter(([, count]) => count > 0);
  const found = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return [
    {
      ...{ op: 'check', target, result: found > 0 ? 'findings' : 'ok', ms },
      // Somebody may have typed on before it was checked.
      ...(checked.version === version && { content: await contentMark(text, checked.isKeptFromGit) }),
      detail: { files: 1, profile, error, warning, ...Object.fromEntries(more) },
    },
  ];
}
