/** Texts of the workspace: of a document as the client has it open, else of the file, read once until something changes. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { decodeText, type FileText } from '../text/decodeText';

/** The workspace as the server sees it. */
export interface ComplianceFiles {
  /**
   * The bytes of a file, the text of one that the client has open, null when there is none, undefined when it lies in none of the folders
   * or is no regular file: then it is not told.
   */
  read(uri: string, folders: readonly string[]): Promise<Uint8Array | string | null | undefined>;
  /** The folder with the repository that a folder is in, or the folder itself; absent where no disk is known. */
  repository?(folder: string): string;
  /** Whether somebody else could have put a configuration above a file. */
  isForeign?(config: string, uri: string): boolean;
  /** Deployment files below these folders; absent where the client does the search. */
  list?(folders: string[]): Promise<string[]>;
}

export interface OpenDocuments {
  get(uri: string): TextDocument | undefined;
  all(): TextDocument[];
}

export type OtherFile = Pick<FileText, 'text' | 'encoding'> & { isEditable: boolean };

/** Null: there is no such file; undefined: it is not told, or not read yet. */
type Known = OtherFile | null | undefined;

export interface WorkspaceTexts {
  /** What is known without reading. */
  known(uri: string): string | null | undefined;
  isKnown(uri: string): boolean;
  text(uri: string): Promise<string | null>;
  /** The file as it is now, whatever was known of it. */
  read(uri: string): Promise<Known>;
  /** Whether an editor reads a file as it was read here, and so may write it. */
  isEditable(uri: string): boolean;
  /** Where the search for a configuration ends: the workspace's folders, or the repositories they are in. */
  tops(): string[];
  isForeign(config: string, uri: string): boolean;
  /** One file, or all. */
  forget(uri?: string): void;
}

/** An editor that opened the file in a wrong encoding shows, and would save, replacement characters. */
export const isDamaged = (text: string): boolean => text.includes('\ufffd');

export function workspaceTexts(documents: OpenDocuments, files: ComplianceFiles, folders: readonly string[]): WorkspaceTexts {
  const closed = new Map<string, Known>();
  const reading = new Map<string, Promise<Known>>();
  const openText = (uri: string) => documents.get(uri)?.getText();

  /** Documents of no workspace folder stand for their own. */
  const foldersNow = () => [
    ...folders,
    ...documents
      .all()
      .flatMap(({ uri }) => (folders.some((folder) => uri.startsWith(`${folder}/`)) ? [] : uri.slice(0, uri.lastIndexOf('/')))),
  ];
  /** Those who ask for the same file meanwhile share one reading. */
  const read = (uri: string): Promise<Known> => {
    const running = reading.get(uri);
    if (running) return running;
    const asked = files.read(uri, foldersNow()).then((content) => {
      const file = content === null || content === undefined ? content : otherFile(content);
      // Forgotten meanwhile: what was read may be old.
      if (reading.get(uri) === asked) closed.set(uri, file);
      return file;
    });
    reading.set(uri, asked);
    const done = () => void (reading.get(uri) === asked && reading.delete(uri));
    asked.then(done, done);
    return asked;
  };
  return {
    known: (uri) => {
      const file = closed.get(uri);
      return openText(uri) ?? (file ? file.text : file);
    },
    isKnown: (uri) => closed.has(uri),
    text: async (uri) => openText(uri) ?? (closed.has(uri) ? closed.get(uri) : await read(uri))?.text ?? null,
    read,
    isEditable: (uri) => {
      const open = openText(uri);
      return open === undefined ? (closed.get(uri)?.isEditable ?? true) : !isDamaged(open);
    },
    tops: () => foldersNow().map((folder) => files.repository?.(folder) ?? folder),
    isForeign: (config, uri) => files.isForeign?.(config, uri) ?? false,
    forget: (uri) => {
      for (const map of [closed, reading]) uri === undefined ? map.clear() : map.delete(uri);
    },
  };
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
