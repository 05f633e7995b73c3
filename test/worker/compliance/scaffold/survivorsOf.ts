/** Which mutations nothing is said of. */
import { configFor } from '../../../../src/worker/compliance/config';
import { readConfig } from '../../../../src/worker/compliance/config/readConfig';
import { lint } from '../../../../src/worker/compliance/lint';
import type { LintContext } from '../../../../src/worker/compliance/lintContext';
import { rememberFacts } from '../../../../src/worker/compliance/readFacts';
import type { ScaffoldFile } from '../../../../src/worker/protocol/scaffold';
import { treeFiles } from '../treeFiles';
import { type Mutation, mutationsOf } from './mutations';

const ROOT = 'file:///w';
const CONFIG = '.qrcodemaster.yaml';

/**
 * By their ids, in the order of files and lines.
 * @param mutated of these files, all of them unless told
 */
export function survivorsOf(files: readonly ScaffoldFile[], mutated = files): string[] {
  // What is read of the files that stay is remembered.
  const facts = rememberFacts();
  const texts = new Map(files.map(({ path, text }) => [`${ROOT}/${path}`, text]));
  const { folder } = treeFiles(Object.fromEntries(texts));
  // No file comes or goes: facts that were read with a folder's list hold on.
  const lists = new Map<string, ReturnType<NonNullable<typeof folder>>>();
  const list = (uri: string) => {
    if (!lists.has(uri)) lists.set(uri, folder!(uri));
    return lists.get(uri)!;
  };
  const isCaught = ({ path: changed, text }: Mutation): boolean => {
    const uri = `${ROOT}/${changed}`;
    const before = texts.get(uri)!;
    texts.set(uri, text);
    const { config, problems } = readConfig(CONFIG, texts.get(`${ROOT}/${CONFIG}`)!);
    const judged = [changed, ...files.map(({ path }) => path).filter((path) => path !== changed)];
    const isFound =
      problems.length > 0 ||
      judged.some((path) => {
        const context: LintContext = {
          ...{ files: { text: (other) => texts.get(other) ?? null, folder: list }, folder: ROOT, facts },
          ...{ config: configFor(config, path), group: false },
          ...{ locale: 'en', profile: 'mlps3', today: '2026-11-29' },
        };
        return lint({ uri: `${ROOT}/${path}`, text: texts.get(`${ROOT}/${path}`)! }, context).findings.length > 0;
      });
    texts.set(uri, before);
    return isFound;
  };
  return mutated.flatMap((file) => mutationsOf(file).flatMap((mutation) => (isCaught(mutation) ? [] : [mutation.id])));
}
