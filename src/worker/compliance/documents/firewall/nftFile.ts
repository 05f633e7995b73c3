/** A file that `nft -f` loads. */
import type { Firewall } from './firewall';
import { chainsAfter } from './firewallTables';
import { readNft } from './nftRuleset';

const noHook = () => undefined;

/** Never throws. */
export function readNftFile(uri: string, text: string): Firewall {
  const { steps, hasIncludes } = readNft(text, { place: (start, end) => ({ uri, start, end }), text: uri });
  return { uri, text, tool: 'nft', isFile: true, isOpenEnded: hasIncludes, chains: chainsAfter('nft', steps, noHook) };
}
