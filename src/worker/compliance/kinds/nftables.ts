/** Rulesets of nftables: `nftables.conf` and what it includes. */
import { readNftFile } from '../documents/firewall/nftFile';
import { type FileKind, hashComment } from '../fileKind';

export const nftables: FileKind = {
  comment: hashComment,
  recognises: (_, text) => /^#!\s*\S*\/nft\b/.test(text.slice(0, 100)),
  read: ({ uri, text }) => ({ firewall: [readNftFile(uri, text)] }),
  readPart: ({ uri, text }) => ({ firewall: [{ ...readNftFile(uri, text), isOpenEnded: true }] }),
};
