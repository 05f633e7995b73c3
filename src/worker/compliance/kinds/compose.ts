/** Compose files. */
import { isCompose } from '../documents/compose/isCompose';
import { composeFacts } from '../facts/composeFacts';
import { type FileKind, hashComment } from '../fileKind';
import { HELD_BESIDE_SCRIPTS } from '../ruleKinds';

export const compose: FileKind = {
  // Of Lando, which runs services at a developer's desk.
  except: /^\.lando\./i,
  recognises: (name, text, languageId) =>
    (/\.ya?ml$/i.test(name) || languageId === 'yaml') && isCompose(text.slice(0, 20_000)),
  holds: HELD_BESIDE_SCRIPTS,
  comment: hashComment,
  units: 'yaml',
  read: ({ uri, text }, files) => composeFacts(uri, text, files),
  readPart({ uri, text }, files) {
    const facts = composeFacts(uri, text, files);
    for (const container of facts.container ?? []) container.complete = false;
    return facts;
  },
};
