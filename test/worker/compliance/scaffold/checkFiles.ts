/** Findings in files that make up a whole workspace, by the checker of the product. */
import { createChecker } from '../../../../src/worker/compliance/checker';
import type { ScaffoldFile } from '../../../../src/worker/protocol/scaffold';
import { settingsOf } from '../../../../src/worker/service/settings';
import { workspaceTexts } from '../../../../src/worker/service/workspaceTexts';
import { lintHere } from '../../service/lintHere';
import { treeFiles } from '../treeFiles';

const ROOT = 'file:///w';
const folders = () => [ROOT];
/** What was read of texts that do not change is remembered. */
const lint = lintHere();
const noDocuments = { get: () => undefined, all: () => [] };

/** `path rule: message` of every finding, in the order of the files; their configuration holds. */
export async function findingsIn(files: readonly ScaffoldFile[]): Promise<string[]> {
  const found: string[] = [];
  const tree = treeFiles(Object.fromEntries(files.map(({ path, text }) => [`${ROOT}/${path}`, text])));
  const read = async (uri: string) => {
    const text = tree.text(uri);
    return typeof text === 'string' ? Buffer.from(text) : null;
  };
  const readFolder = async (uri: string) => [...(tree.folder!(uri) ?? [])];
  const checker = createChecker({
    workspace: workspaceTexts(noDocuments, { read, readFolder, stamp: () => '0' }, folders),
    settings: settingsOf(undefined, folders),
    locale: 'en',
    today: () => '2026-11-29',
    lint,
  });
  for (const { path } of files) {
    const checked = await checker.checkFound(`${ROOT}/${path}`);
    for (const { rule, message } of checked?.findings ?? []) found.push(`${path} ${rule}: ${message}`);
  }
  return found;
}
