/** One request for pictures in memory, with the limits of the settings. */
import * as vscode from 'vscode';
import { decodeMethod } from '../worker/protocol/methods';
import type { DecodedPicture, DecodeOptions, Effort } from '../worker/protocol/picture';
import type { Server } from './lateServer';

/** What the settings say of reading. */
export function decodeSettings(): Required<Pick<DecodeOptions, 'formats' | 'effort' | 'maxPixels' | 'timeoutMs'>> {
  const settings = vscode.workspace.getConfiguration('qrCodeMaster.decode');
  return {
    formats: settings.get('otherCodes', false) ? 'all' : 'qr',
    effort: settings.get<Effort>('effort', 'normal'),
    // 4.1 * 1e6 is no whole number.
    maxPixels: Math.round(settings.get('maxMegapixels', 100) * 1e6),
    timeoutMs: settings.get('timeoutMs', 10_000),
  };
}

/** Answers in order. @param limits in place of those of the settings */
export async function decodePictures(
  server: Server,
  pictures: { name: string; bytes: Uint8Array }[],
  cancel?: vscode.CancellationToken,
  limits: DecodeOptions = {},
): Promise<DecodedPicture[]> {
  if (pictures.length === 0) return [];
  const options = { ...decodeSettings(), ...limits };
  return (await server.request(decodeMethod, { pictures, options }, cancel)).pictures;
}
