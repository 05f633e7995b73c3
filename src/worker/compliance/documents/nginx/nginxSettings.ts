/**
 * nginx's configuration as a tree of blocks, with what included files put into it: settings go down
 * from `http` to `server` to `location` (fact T23).
 */
import type { WorkspaceFiles } from '../../files';
import { once } from '../../once';
import { isHole, type NginxDirective, parseNginx } from './nginxConfig';
import { includedFiles, mainFilesFor } from './nginxInclude';

export interface NginxBlock {
  /**
   * The directive that opens it (`http`, `server`, `location`, `if`, `upstream` …). Of the outermost
   * one: `main`; `http` for a file of servers alone; `part` for one that may be put in anywhere.
   */
  context: string;
  /** Undefined: the outermost one. */
  opener: NginxDirective | undefined;
  parent: NginxBlock | undefined;
  /** Those without a block, in order, with those of included files. */
  directives: NginxDirective[];
  blocks: NginxBlock[];
  /** False where something may stand in it that is not in sight. */
  isComplete: boolean;
}

export interface NginxSettings {
  uri: string;
  text: string;
  /**
   * Where the main file is in sight that takes the document in, all that it holds: what is of the
   * document tells its places.
   */
  root: NginxBlock;
}

const MAX_FILES = 64;
const MAX_DEPTH = 8;
const MAX_CHARACTERS = 1_000_000;

/** Directives in sight of these alone tell where a file is put in. */
const OF_MAIN = new Set(['http', 'events', 'stream', 'mail']);
const OF_HTTP = new Set(['server', 'upstream', 'map', 'geo', 'limit_req_zone', 'limit_conn_zone', 'log_format']);

/** Never throws. */
export function readNginxSettings(uri: string, text: string, files: WorkspaceFiles): NginxSettings {
  const { directives } = parseNginx(uri, text);
  const isMain = directives.some(({ name, block }) => block && OF_MAIN.has(name));
  const around = isMain ? undefined : settingsAround(uri, text, files);
  if (around) return { uri, text, root: around };
  const isSite = directives.some(({ name, block, words }) =>
    name === 'server' ? block && words.length === 0 : OF_HTTP.has(name),
  );
  const root = emptyBlock(isMain ? 'main' : isSite ? 'http' : 'part', undefined, undefined);
  if (root.context === 'part') root.isComplete = false;
  builder(uri, { uri, text }, files)(root, uri, text, 0);
  return { uri, text, root };
}

/** What the nearest main file holds, if it takes the document in. */
function settingsAround(uri: string, text: string, files: WorkspaceFiles): NginxBlock | undefined {
  // All are asked for at once: one that is not loaded yet must hide no other.
  const texts = mainFilesFor(uri).map((main): [string, string | null | undefined] => [main, files.text(main)]);
  for (const [main, written] of texts) {
    if (typeof written !== 'string' || written.length > MAX_CHARACTERS) continue;
    const root = emptyBlock('main', undefined, undefined);
    const taken = builder(main, { uri, text }, files)(root, main, written, 0);
    if (taken.has(uri)) return root;
  }
  return undefined;
}

const emptyBlock = (
  context: string,
  opener: NginxDirective | undefined,
  parent: NginxBlock | undefined,
): NginxBlock => ({ context, opener, parent, directives: [], blocks: [], isComplete: true });

/**
 * @param main whose folder paths start from
 * @returns fills a block with a file's directives; answers all files that were read
 */
function builder(main: string, document: { uri: string; text: string }, files: WorkspaceFiles) {
  const read = new Set<string>();
  let left = MAX_FILES;
  let characters = MAX_CHARACTERS;
  const fill = (block: NginxBlock, directives: readonly NginxDirective[], depth: number): void => {
    for (const directive of directives) {
      if (directive.block) {
        const inner = emptyBlock(directive.name, directive, block);
        block.blocks.push(inner);
        fill(inner, directive.block, depth);
      } else if (isHole(directive.name)) block.isComplete = false;
      else if (directive.name === 'include') include(block, directive, depth);
      else block.directives.push(directive);
    }
  };
  const include = (block: NginxBlock, { words }: NginxDirective, depth: number) => {
    const path = words[0]?.text ?? '';
    const { addresses, isComplete } = includedFiles(path, main, document.uri, files);
    // Files of servers, and what the package puts there: no settings that servers inherit.
    const isOfSites = /[*?]/.test(path) && /^(?:main|http)$/.test(block.context);
    if (!isComplete && !isOfSites) block.isComplete = false;
    for (const address of addresses) {
      const text = address === document.uri ? document.text : files.text(address);
      if (typeof text === 'string' && depth < MAX_DEPTH && left-- > 0 && (characters -= text.length) > 0)
        add(block, address, text, depth + 1);
      else block.isComplete = false;
    }
  };
  const add = (block: NginxBlock, uri: string, text: string, depth: number): Set<string> => {
    read.add(uri);
    const { directives, isTemplate } = parseNginx(uri, text);
    if (isTemplate) block.isComplete = false;
    fill(block, directives, depth);
    return read;
  };
  return add;
}

/** All blocks of the outermost one, itself first. */
export function allBlocks(root: NginxBlock): NginxBlock[] {
  const out = [root];
  for (const block of out) for (const inner of block.blocks) out.push(inner);
  return out;
}

/** The servers of `http`, those of other files too. */
export const httpServers = (root: NginxBlock): NginxBlock[] =>
  allBlocks(root).filter(({ context, parent }) => context === 'server' && parent?.context === 'http');

/** The innermost block of that sort around a block, itself included. */
export function enclosing(block: NginxBlock | undefined, context: string): NginxBlock | undefined {
  let each = block;
  while (each && each.context !== context) each = each.parent;
  return each;
}

/** What may hold requests of clients: a stream and the mail proxy pass bytes. */
export const httpBlocks = once((root: NginxBlock): readonly NginxBlock[] =>
  allBlocks(root).filter((block) => !enclosing(block, 'stream') && !enclosing(block, 'mail')),
);

/** Itself and the blocks around it, inwards out. */
export function chainOf(block: NginxBlock): NginxBlock[] {
  const out: NginxBlock[] = [];
  for (let each: NginxBlock | undefined = block; each; each = each.parent) out.push(each);
  return out;
}

const byName = once(({ directives }: NginxBlock): ReadonlyMap<string, readonly NginxDirective[]> => {
  const out = new Map<string, NginxDirective[]>();
  for (const directive of directives) {
    const same = out.get(directive.name);
    if (same) same.push(directive);
    else out.set(directive.name, [directive]);
  }
  return out;
});
const NONE: readonly NginxDirective[] = [];

/** A block's own directives of a name, to be asked when all that it holds is read: always the same list. */
export const ownOf = (block: NginxBlock, name: string): readonly NginxDirective[] => byName(block).get(name) ?? NONE;

/**
 * The directives of a name that hold in a block: those of the innermost block that has any, which
 * drop all from above.
 */
export function inForce(block: NginxBlock, name: string): readonly NginxDirective[] {
  let each: NginxBlock | undefined = block;
  while (each && ownOf(each, name).length === 0) each = each.parent;
  return each ? ownOf(each, name) : NONE;
}

/** Whether nothing of that name holds in a block, nor can stand where it is not in sight. */
export const isUnset = (block: NginxBlock, name: string): boolean =>
  inForce(block, name).length === 0 && chainOf(block).every(({ isComplete }) => isComplete);
