/** Compose files. */
import { composeFacts } from '../facts/composeFacts';
import { type FileKind, hashComment } from '../fileKind';

const SERVICES =
  /^services:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*[ \t]+[\w.-]+:[ \t]*(?:&\w+[ \t]*)?(?:#.*)?\r?\n(?:[ \t]+.*\r?\n){0,40}?[ \t]+(?:image|build):/m;

export const compose: FileKind = {
  recognises: (name, text, languageId) =>
    (/\.ya?ml$/i.test(name) || languageId === 'yaml') && SERVICES.test(text.slice(0, 20_000)),
  comment: hashComment,
  units: 'yaml',
  read: ({ uri, text }, files) => composeFacts(uri, text, files),
};
