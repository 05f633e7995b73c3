/**
 * What stands in pictures that are pasted, dropped or pointed at; loaded by the first of them. Silent
 * where nothing is found.
 */
import * as vscode from 'vscode';
import type { DecodedPicture } from '../../worker/protocol/picture';
import { isPictureName } from '../../worker/protocol/pictureFiles';
import { visible } from '../../worker/text/visible';
import { decodePictures } from '../decodePictures';
import { lastName } from '../lastName';
import type { Server } from '../lateServer';
import { linkedPicture } from '../sources/linkedPicture';
import { MAX_LINKED_BYTES } from '../sources/localPicture';

/** Who pastes or points waits no longer. */
const LIMITS = { timeoutMs: 3000 };
const MAX_PICTURES = 8;
const MAX_KEPT = 20;
/** Of a text in a hover. */
const MAX_CHARACTERS = 2000;
/** Command behind a hover: the arguments are a document and a place in it. */
export const READ_AT = 'qrCodeMaster.readPictureAt';

/** The texts of all codes in the pictures of a clipboard or of a drag, in order. */
export async function textsOf(
  server: Server,
  data: vscode.DataTransfer,
  cancel: vscode.CancellationToken,
): Promise<string[]> {
  const pictures = await picturesIn(data);
  if (pictures.length === 0 || cancel.isCancellationRequested) return [];
  const read = await decodePictures(server, pictures, cancel, LIMITS);
  return read.flatMap(({ symbols, sets = [] }) => [
    ...symbols.filter(({ part }) => !part).map(({ text }) => text),
    ...sets.flatMap(({ text }) => text ?? []),
  ]);
}

async function picturesIn(data: vscode.DataTransfer): Promise<{ name: string; bytes: Uint8Array }[]> {
  const pictures: { name: string; bytes: Uint8Array }[] = [];
  for (const [mime, item] of data) {
    const file = item.asFile();
    if (!file || pictures.length === MAX_PICTURES) continue;
    if (!mime.startsWith('image/') && !isPictureName(file.name)) continue;
    const bytes = await file.data();
    if (bytes.length <= MAX_LINKED_BYTES) pictures.push({ name: file.name, bytes: new Uint8Array(bytes) });
  }
  if (pictures.length > 0) return pictures;
  const list = (await data.get('text/uri-list')?.asString()) ?? '';
  for (const line of list.split(/\r\n?|\n/).slice(0, MAX_PICTURES)) {
    const bytes = await bytesAt(line.trim());
    if (bytes) pictures.push({ name: lastName(line), bytes });
  }
  return pictures;
}

/** Undefined for what is no picture file: no address of the network is asked. */
async function bytesAt(address: string): Promise<Uint8Array | undefined> {
  if (!/^[a-z][a-z\d+.-]*:/i.test(address) || /^(?:https?|data|command):/i.test(address)) return undefined;
  try {
    const uri = vscode.Uri.parse(address, true);
    if (!isPictureName(uri.path)) return undefined;
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if (!(type & vscode.FileType.File) || size > MAX_LINKED_BYTES) return undefined;
    return new Uint8Array(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

const known = new Map<string, Promise<DecodedPicture | undefined>>();

/**
 * Each picture once, for all who point at it: a pointer that moves on ends its own question only, not
 * that of the next one, so no reading may be cancelled.
 */
function readOnce(stamp: string, read: () => Promise<DecodedPicture | undefined>): Promise<DecodedPicture | undefined> {
  const before = known.get(stamp);
  if (before) return before;
  const reading = read();
  known.set(stamp, reading);
  reading.then(
    (picture) => (!picture || picture.error) && known.delete(stamp),
    () => known.delete(stamp),
  );
  for (const [oldest] of known) {
    if (known.size <= MAX_KEPT) break;
    known.delete(oldest);
  }
  return reading;
}

/** What the picture under the pointer says, and a way to see it in the panel. */
export async function pictureHover(
  server: Server,
  document: vscode.TextDocument,
  position: vscode.Position,
  cancel: vscode.CancellationToken,
): Promise<vscode.Hover | undefined> {
  const linked = await linkedPicture(document, position);
  if (!linked || cancel.isCancellationRequested) return undefined;
  const picture = await readOnce(linked.stamp, async () => {
    const bytes = await linked.read();
    const pictures = bytes ? [{ name: linked.name, bytes: new Uint8Array(bytes) }] : [];
    return (await decodePictures(server, pictures, undefined, LIMITS))[0];
  });
  if (!picture?.symbols.length) return undefined;
  const parts = picture.symbols.map(({ text, secret }) => textPart(text, secret));
  const args = encodeURIComponent(JSON.stringify([document.uri.toString(), position.line, position.character]));
  const more = new vscode.MarkdownString(`[${vscode.l10n.t('Show in Panel')}](command:${READ_AT}?${args})`);
  more.isTrusted = { enabledCommands: [READ_AT] };
  return new vscode.Hover([...parts, more], linked.range);
}

function textPart(text: string, secret: boolean): vscode.MarkdownString {
  const part = new vscode.MarkdownString();
  if (secret) return part.appendText(vscode.l10n.t('QR code: hidden, because its text holds a password or key'));
  const cut = text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text;
  return part.appendText(vscode.l10n.t('QR code:')).appendCodeblock(visible(cut), 'plaintext');
}
