/** What stands for a symbol where the picture cannot be seen: its text, unless that is a secret. */
import * as vscode from 'vscode';
import type { Outgoing } from '../panel/panelParts';

/** Longer ones are a burden to listen to. */
const MAX_CHARACTERS = 120;

/** One line without control characters, in the user's language. */
export function altText({ source, item }: Outgoing): string {
  if (!('text' in source)) return vscode.l10n.t('QR code: {0}', source.name);
  if (item.secret) return vscode.l10n.t('QR code');
  const line = [...source.text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()];
  const short = line.length > MAX_CHARACTERS ? `${line.slice(0, MAX_CHARACTERS - 1).join('')}…` : line.join('');
  return short === '' ? vscode.l10n.t('QR code') : vscode.l10n.t('QR code: {0}', short);
}
