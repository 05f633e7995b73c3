/** Jenkinsfiles: the steps that run commands, and the images of the agents. */
import { readGroovy } from '../documents/ci/groovy';
import { isWithinString, jenkinsImages, jenkinsRunLines, jenkinsShells } from '../documents/ci/jenkinsfile';
import { readScript } from '../documents/shell/readScript';
import { scriptFacts } from '../facts/scriptFacts';
import { type FileKind, HOLDS_COMMANDS } from '../fileKind';

export const jenkins: FileKind = {
  holds: HOLDS_COMMANDS,
  comment: (_uri, text, offset) => (isWithinString(text, offset) ? '#' : '//'),
  read(document) {
    const groovy = readGroovy(document.text);
    const script = { ...readScript('jenkins', document, jenkinsShells(groovy)), groovy };
    // Jenkins runs its jobs on machines that stay: what is detached there stays too.
    return scriptFacts(script, {
      runLines: jenkinsRunLines(groovy),
      images: jenkinsImages(document.uri, document.text, groovy),
      ofJob: ({ stays, server }) => !stays && !server,
    });
  },
};
