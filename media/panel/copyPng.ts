/**
 * Puts a picture on the clipboard, from the page itself: the extension's clipboard takes only text.
 */

/**
 * Rejects when the page may not write to the clipboard, for example without the focus, or when
 * there is no picture.
 */
export async function copyPng(png: Promise<Blob>): Promise<void> {
  // The promise goes in, not its result: the write is allowed only in the same turn as the click.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
}
