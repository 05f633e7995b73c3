/** Makefiles: the recipes. */
import { makefileShells, makefileTests, makefileTexts, makefileVariables } from '../documents/makefile';
import { readScript } from '../documents/shell/readScript';
import { scriptFacts } from '../facts/scriptFacts';
import { type FileKind, HOLDS_COMMANDS, hashComment } from '../fileKind';
import type { Container } from '../model/container';

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
      ofJob: (container) =>
        (isOfTests(container.anchor.start) && staysApart(container)) ||
        (!container.server && !container.stays && container.ports.length === 0),
    });
    return { ...facts, hostVariable: makefileTexts(uri, text) };
  },
};

/** It reaches nothing of the machine: a database to test with. */
const staysApart = ({ privileged, mounts, capAdd, devices, networkMode }: Container): boolean =>
  !privileged && !networkMode && mounts.length + capAdd.length + devices.length === 0;
