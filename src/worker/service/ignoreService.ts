/** Which files of a folder git ignores, for a search that the client did itself. */
import type { Connection } from 'vscode-languageserver';
import { isIgnoredWhenLoaded } from '../compliance/index';
import { notIgnoredMethod } from '../protocol/pictureMethods';
import { decodeText } from '../text/decodeText';
import { onMethod } from './onMethod';
import type { ComplianceFiles } from './workspaceTexts';

/** @param folders of the workspace: no `.gitignore` elsewhere is read */
export function ignoreService(
  connection: Pick<Connection, 'onRequest'>,
  files: Pick<ComplianceFiles, 'read'>,
  folders: () => readonly string[],
): void {
  onMethod(connection, notIgnoredMethod, async ({ folder, uris }: { folder: string; uris: string[] }) => {
    const texts = new Map<string, string | null>();
    const known = (uri: string) => texts.get(uri);
    const text = async (uri: string) => {
      if (!texts.has(uri)) texts.set(uri, textOf(await files.read(uri, folders()).catch(() => null)));
    };
    const isIgnored = (uri: string) => isIgnoredWhenLoaded(uri, { text, known });
    if (await isIgnored(`${folder.replace(/\/$/, '')}/any`)) return { uris };
    const kept: string[] = [];
    for (const uri of uris) if (!(await isIgnored(uri))) kept.push(uri);
    return { uris: kept };
  });
}

const textOf = (content: Uint8Array | string | null | undefined): string | null =>
  content instanceof Uint8Array ? decodeText(content).text : (content ?? null);
