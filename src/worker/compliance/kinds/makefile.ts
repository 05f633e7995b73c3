/** Makefiles: the recipes. */
import { makefileShells, makefileTests, makefileTexts, makefileVariables } from '../documents/makefile';
import { readScript } from '../documents/shell/readScript';
import { scriptFacts } from '../facts/scriptFacts';
import { type FileKind, HOLDS_COMMANDS, hashComment } from '../fileKind';

export const makefile: FileKind = {
  holds: HOLDS_COMMANDS,
  comment: hashComment,
  read(document) {
    const { uri, text } = document;
    const script = {
      ...readScript('makefile', document, makefileShells(text)),
      variables: () => makefileVariables(uri, text),
    };
    const isOfTests = makefileTests(text);
    // What `make` runs for its own machine and takes away again.
    const facts = scriptFacts(script, {
      ofJob: ({ anchor, server, stays, ports }) => isOfTests(anchor.start) || (!server && !stays && ports.length === 0),
    });
    return { ...facts, hostVariable: makefileTexts(uri, text) };
  },
};
