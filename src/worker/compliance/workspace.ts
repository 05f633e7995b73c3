/** What a host gives the checker: documents and other files, as they are known and as they are. */
import type { Profile } from '../protocol/finding';
import type { FolderEntry } from '../protocol/methods';
import type { FileText } from '../text/decodeText';
import type { ConfigSearch } from './config/nearestConfig';

/** A document that somebody edits. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  /** Another one whenever the text is. */
  readonly version: number;
  getText(): string;
}

/** A file by what it holds. */
export interface FileBytes {
  uri: string;
  bytes: Uint8Array;
}

export interface Workspace extends ConfigSearch {
  /**
   * A file as it is now, whatever was known of it. Null: there is none; undefined: it is not told.
   */
  read(uri: string): Promise<Pick<FileText, 'text' | 'encoding'> | null | undefined>;
  /**
   * What is known without reading. Null: there is no such file; undefined: it is not read, or not
   * told.
   */
  known(uri: string): string | null | undefined;
  knownFolder(uri: string): readonly FolderEntry[] | null | undefined;
  /** Of a folder when a slash stands behind it. */
  isKnown(address: string): boolean;
  /** Reads what is not known; of a folder when a slash stands behind it. */
  load(address: string): Promise<unknown>;
  /** Whether an editor reads a file as it was read here, and so may write it. */
  isEditable(uri: string): boolean;
  /** Forgets those of these addresses that are not as they were read; returns them. */
  forgetChanged(addresses: Iterable<string>): string[];
  /** The folder that a document belongs to: names above it say nothing of the document. */
  folderOf(uri: string): string | undefined;
  /** Whole address of the folder that relative addresses go by; absent where all are whole. */
  base?: string;
}

/** What the user's settings say of a document. */
export interface Settings {
  enabled: boolean;
  profile: Profile;
  /** A search looks into files that git ignores, too. */
  checkIgnored: boolean;
  /** How findings are shown that a baseline covers. */
  baselineFindings: 'hint' | 'hidden';
}

/** Where nothing is set. */
export const DEFAULT_SETTINGS: Settings = {
  enabled: true,
  profile: 'recommended',
  checkIgnored: false,
  baselineFindings: 'hint',
};
