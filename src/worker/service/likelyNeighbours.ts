/**
 * What a document that was never judged will likely ask for: what the last of its kind asked for,
 * seen from its own folder. Told with the document it saves most of them a second round; a wrong
 * guess costs a look at a file.
 */
import type { Kind } from '../protocol/fileKinds';

export interface LikelyNeighbours {
  /** What a document asked for; addresses of folders have a slash behind them. */
  learn(kind: Kind, uri: string, addresses: Iterable<string>): void;
  of(kind: Kind, uri: string): string[];
}

/** From a document's folder: so many folders up, then down this path. */
interface Way {
  up: number;
  path: string;
}

/** Documents whose ways are remembered, of each kind: they differ in what their texts name. */
const MAX_LEARNT = 6;

export function likelyNeighbours(): LikelyNeighbours {
  const known = new Map<Kind, Way[][]>();
  return {
    learn(kind, uri, addresses) {
      const learnt = [[...addresses].flatMap((to) => wayTo(uri, to) ?? []), ...(known.get(kind) ?? [])];
      known.set(kind, learnt.slice(0, MAX_LEARNT));
    },
    of(kind, uri) {
      const ways = (known.get(kind) ?? []).flat();
      const distinct = new Map(ways.map((way) => [`${way.up} ${way.path}`, way]));
      return [...distinct.values()].flatMap((way) => addressAt(uri, way) ?? []);
    },
  };
}

/** With the slash behind it; undefined above the root, and for a document of no folder. */
const parentOf = (address: string): string | undefined => /^.*[^/]\/(?=[^/]+\/?$)/.exec(address)?.[0];

function wayTo(uri: string, address: string): Way | undefined {
  let folder = parentOf(uri);
  for (let up = 0; folder !== undefined; up++) {
    if (address.startsWith(folder)) return { up, path: address.slice(folder.length) };
    folder = parentOf(folder);
  }
  return undefined;
}

function addressAt(uri: string, { up, path }: Way): string | undefined {
  let folder = parentOf(uri);
  for (let level = 0; level < up && folder !== undefined; level++) folder = parentOf(folder);
  return folder && folder + path;
}
