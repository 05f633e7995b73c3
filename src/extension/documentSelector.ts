/**
 * Which open documents the linter is asked about: by language and by file name, on every file
 * system and unsaved.
 */
import { configGlob, kindGlobs, patternsOf } from '../worker/protocol/deploymentFiles';
import { kindRow, kinds } from '../worker/protocol/fileKinds';

export const documentSelector = [
  ...kinds.flatMap((kind) => kindRow(kind).languages ?? []).map((language) => ({ language })),
  // A YAML document without a name, or with any name, is a compose file when its text says so.
  { language: 'yaml' },
  ...patternsOf([...kindGlobs, configGlob]).map((pattern) => ({ pattern })),
];
