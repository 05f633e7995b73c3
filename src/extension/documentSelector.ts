/** Which open documents the linter is asked about: by language and by file name, on every file system and unsaved. */
import { configGlob, kindGlobs, kindLanguages, withoutBraces } from '../worker/protocol/deploymentFiles';

export const documentSelector = [
  ...Object.values(kindLanguages)
    .flat()
    .map((language) => ({ language })),
  // A YAML document without a name, or with any name, is a compose file when its text says so.
  { language: 'yaml' },
  ...[...Object.values(kindGlobs).flat(), configGlob].flatMap(withoutBraces).map((pattern) => ({ pattern })),
];
