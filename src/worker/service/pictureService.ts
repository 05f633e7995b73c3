/** The server's check of what was read in pictures, which whoever decoded them tells. */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Checked, Checker } from '../compliance/index';
import { checkPicturesMethod, type PictureCodes } from '../protocol/pictureMethods';
import { onMethod } from './onMethod';

interface Parts {
  connection: Connection;
  check: Checker['check'];
  shown(uri: string, checked: Checked): Promise<Diagnostic[]>;
}

export function pictureService({ connection, check, shown }: Parts): void {
  const diagnosticsOf = async ({ uri, codes }: PictureCodes) => {
    const checked = await check({ uri, bytes: new TextEncoder().encode(codes) });
    return { uri, diagnostics: await shown(uri, checked) };
  };
  onMethod(connection, checkPicturesMethod, async ({ pictures }: { pictures: PictureCodes[] }) => ({
    files: await Promise.all(pictures.map(diagnosticsOf)),
  }));
}
