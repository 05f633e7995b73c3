/** The bytes of a table or list as text, whatever editor or spreadsheet wrote them. */

/** UTF-8, UTF-16 with byte order mark, or, when the bytes are no UTF-8, GB 18030, which Chinese spreadsheets write. The mark is dropped. */
export function tableText(bytes: Uint8Array): { text: string; encoding: string } {
  const encoding = markedEncoding(bytes) ?? 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' };
  }
}

function markedEncoding([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}
