/**
 * The workspace as it is known: documents as the client has them open, files and folders as they
 * were read, until something changes.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { asFolder, folderAround, type Workspace } from '../compliance/index';
import type { FolderEntry } from '../protocol/methods';
import { decodeText, type FileText, isDamaged } from '../text/decodeText';
import { readCache } from './readCache';

/** The workspace as the server sees it. */
export interface ComplianceFiles {
  /**
   * The bytes of a file, the text of one that the client has open, null when there is none,
   * undefined when it lies in none of the folders or is no regular file: then it is not told.
   */
  read(uri: string, folders: readonly string[]): Promise<Uint8Array | string | null | undefined>;
  /**
   * What lies in a folder, in name order; null when there is none, or it lies in none of the
   * folders.
   */
  readFolder(uri: string, folders: readonly string[]): Promise<FolderEntry[] | null>;
  /**
   * Changes whenever what would be read of a file or folder does; absent where the client tells of
   * changes.
   */
  stamp?(uri: string): string | undefined;
  /**
   * The folder with the repository that a folder is in, or the folder itself; absent where no disk
   * is known.
   */
  repository?(folder: string): string;
  /** Whether somebody else could have put a configuration above a file. */
  isForeign?(config: string, uri: string): boolean;
  /**
   * Files below these folders, one that lies in two of them once; absent where the client does the
   * search.
   */
  list?(folders: readonly string[], search: Search): Promise<Listed>;
}

export interface Search {
  /** Told by its address alone. */
  wants(uri: string): boolean;
  /** Told of each folder that cannot be read; the others are searched all the same. */
  failed(folder: string, reason: string): void;
}

export interface Listed {
  uris: string[];
  /** There are more files than are looked at. */
  isCut: boolean;
}

export interface OpenDocuments {
  get(uri: string): TextDocument | undefined;
  all(): TextDocument[];
}

export type OtherFile = Pick<FileText, 'text' | 'encoding'> & { isEditable: boolean };

/** Null: there is no such file; undefined: it is not told, or not read yet. */
type Known = OtherFile | null | undefined;

export interface WorkspaceTexts extends Workspace {
  /**
   * What a document says now: the file's bytes, or those of the text that somebody edits where it is
   * another. Null: there is none; undefined: it is not told.
   */
  bytes(uri: string): Promise<{ bytes: Uint8Array; isUnsaved: boolean } | null | undefined>;
  /** What is known of these addresses, or lies in folders at one of them. */
  knownAt(addresses: readonly string[]): string[];
  /** One file, a folder when a slash stands behind it, or all. */
  forget(address?: string): void;
}

export function workspaceTexts(
  documents: OpenDocuments,
  files: ComplianceFiles,
  folders: () => readonly string[],
): WorkspaceTexts {
  const openText = (uri: string) => documents.get(uri)?.getText();

  /** Documents of no workspace folder stand for their own. */
  const foldersNow = () => {
    const named = folders();
    const own = documents
      .all()
      .flatMap(({ uri }) => (folderAround(uri, named) ? [] : uri.slice(0, uri.lastIndexOf('/'))));
    return [...new Set([...named, ...own])];
  };
  const tops = () => foldersNow().map((folder) => files.repository?.(folder) ?? folder);
  /** All that was ever read and the folders around it: most of what a client tells of is none of it. */
  const touched = new Set<string>();
  const touch = (address: string) => {
    touched.add(address);
    for (const folder of foldersAbove(address)) {
      if (touched.has(folder)) return;
      touched.add(folder);
    }
  };
  const closed = readCache(async (uri): Promise<Known> => {
    touch(uri);
    const content = await files.read(uri, foldersNow());
    return content === null || content === undefined ? content : otherFile(content);
  }, files.stamp);
  const listed = readCache((address) => {
    touch(address);
    return files.readFolder(address.slice(0, -1), foldersNow());
  }, files.stamp);
  const cacheOf = (address: string) => (address.endsWith('/') ? listed : closed);
  return {
    known: (uri) => {
      const file = closed.get(uri);
      return openText(uri) ?? (file ? file.text : file);
    },
    knownFolder: (uri) => listed.get(asFolder(uri)),
    isKnown: (address) => cacheOf(address).has(address),
    load: (address) => cacheOf(address).ask(address),
    text: async (uri) => openText(uri) ?? (await closed.ask(uri))?.text ?? null,
    read: closed.read,
    bytes: async (uri) => {
      const content = await files.read(uri, foldersNow());
      const open = openText(uri) ?? (typeof content === 'string' ? content : undefined);
      if (content instanceof Uint8Array && (open === undefined || decodeText(content).text === open))
        return { bytes: content, isUnsaved: false };
      if (open === undefined) return content === null ? null : undefined;
      return { bytes: new TextEncoder().encode(open), isUnsaved: content instanceof Uint8Array };
    },
    isEditable: (uri) => {
      const open = openText(uri);
      return open === undefined ? (closed.get(uri)?.isEditable ?? true) : !isDamaged(open);
    },
    folderOf: (uri) => folderAround(uri, tops()),
    tops,
    isForeign: (config, uri) => files.isForeign?.(config, uri) ?? false,
    knownAt: (addresses) => {
      const asked = new Set(addresses.filter((each) => touched.has(each)));
      if (asked.size === 0) return [];
      const isAsked = (address: string) =>
        asked.has(address) || [...foldersAbove(address)].some((each) => asked.has(each));
      return [closed, listed].flatMap((cache) => cache.addresses()).filter(isAsked);
    },
    forget: (address) => {
      if (address !== undefined) return cacheOf(address).forget(address);
      for (const cache of [closed, listed]) cache.forget();
    },
    forgetChanged: (addresses) => {
      const all = [...addresses];
      return [closed, listed].flatMap((cache) => cache.forgetChanged(all));
    },
  };
}

/** `a/b/c` → `a/b`, `a`; of a folder, with its slash, the folder first. */
function* foldersAbove(address: string): Generator<string> {
  for (let end = address.lastIndexOf('/'); end > 0; end = address.lastIndexOf('/', end - 1))
    yield address.slice(0, end);
}

function otherFile(content: Uint8Array | string): OtherFile {
  if (typeof content === 'string') {
    const damaged = isDamaged(content);
    return { text: content, encoding: damaged ? 'unknown' : 'utf-8', isEditable: !damaged };
  }
  const { text, encoding } = decodeText(content);
  // Editors know UTF-8, and UTF-16 by its mark or its zero bytes.
  return { text, encoding, isEditable: encoding.startsWith('utf') };
}
