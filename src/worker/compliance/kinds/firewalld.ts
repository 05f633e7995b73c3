/** Zones, policies and direct rules of firewalld as files. */
import { readFirewalldXml } from '../documents/firewall/firewalldXml';
import type { FileKind } from '../fileKind';

const ROOT = /^\ufeff?\s*(?:<\?[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*){0,5}<(?:zone|policy|direct)\b/;

export const firewalld: FileKind = {
  comment: () => '<!--',
  refuses: (text) => text.trim() !== '' && !ROOT.test(text.slice(0, 5_000)),
  recognises: (name, text) => /\.xml$/i.test(name) && ROOT.test(text.slice(0, 5_000)),
  read: ({ uri, text }) => ({ firewall: [readFirewalldXml(uri, text)] }),
  readPart: ({ uri, text }) => ({ firewall: [readFirewalldXml(uri, text)] }),
};
