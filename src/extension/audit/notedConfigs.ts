/** Tells the operation log which configurations are used: once for each content of each. */
import * as vscode from 'vscode';
import type { Operations } from './operations';

interface UsedConfig {
  uri: string;
  sha256: string;
  bytes: number;
}

export function notedConfigs({ note }: Pick<Operations, 'note'>): (used: UsedConfig) => void {
  /** A server that is started again knows of none. */
  const noted = new Set<string>();
  return ({ uri, sha256, bytes }) => {
    // Typing is told when it is saved.
    if (vscode.workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === uri)) return;
    const key = `${uri} ${sha256}`;
    if (noted.has(key)) return;
    noted.add(key);
    note({ op: 'configuration', target: uri, result: 'ok', content: { bytes, sha256 } });
  };
}
