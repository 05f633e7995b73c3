/** Which open documents the linter is asked about: by language and by file name, on every file system and unsaved. */
import { configGlob, kindGlobs, kindLanguages, patternsOf } from '../worker/protocol/deploymentFiles';

export const documentSelector = [
  ...Object.values(kindLanguages)
    .flat()
    .map((language) => ({ language })),
  // A YAML document without a name, or with any name, is a compose file when its text says so.
  { language: 'yaml' },
  ...patternsOf([...Object.values(kindGlobs).flat(), configGlob]).map((pattern) => ({ pattern })),
];
