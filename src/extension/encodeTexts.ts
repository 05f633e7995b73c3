/** One request for all texts, with the level of the settings. */
import * as vscode from 'vscode';
import { type EncodedText, encodeMethod } from '../worker/protocol/methods';
import type { Level } from '../worker/protocol/symbol';
import type { Server } from './lateServer';

export async function encodeTexts(server: Server, texts: string[], level?: Level): Promise<EncodedText[]> {
  const wanted = level ?? vscode.workspace.getConfiguration('qrCodeMaster.make').get<Level>('level', 'H');
  return (await server.request(encodeMethod, { texts, options: { level: wanted } })).items;
}
