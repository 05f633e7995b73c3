/** Rules that iptables-save wrote and iptables-restore loads. */
import { readSavedRules } from '../documents/firewall/savedRules';
import { type FileKind, hashComment } from '../fileKind';

export const iptables: FileKind = {
  comment: hashComment,
  recognises: (_, text) =>
    /^\ufeff?(?:[ \t\r]*(?:#[^\n]*)?\n){0,20}\*(?:filter|nat|mangle|raw)[ \t]*\r?\n:/.test(text.slice(0, 5_000)),
  read: ({ uri, text }) => ({ firewall: [readSavedRules(uri, text)] }),
  readPart: ({ uri, text }) => ({ firewall: [{ ...readSavedRules(uri, text), isOpenEnded: true }] }),
};
