/** Pictures inside text: a data: address, a Markdown image, an HTML element. */
import { escapeXml } from './svg';

/** Base64 (RFC 4648 §4); `btoa` takes one character a byte, in slices that fit the argument list. */
function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** A `data:` address (RFC 2397). */
export const dataUri = (bytes: Uint8Array, type: string): string => `data:${type};base64,${base64(bytes)}`;

/** A CommonMark image: no character of the alternative text is left to mean anything. */
export const markdownImage = (uri: string, alternative: string): string =>
  `![${alternative.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&')}](${uri})\n`;

/** An HTML image of `side` CSS pixels. */
export const htmlImage = (uri: string, alternative: string, side: number): string =>
  `<img src="${uri}" width="${side}" height="${side}" alt="${escapeXml(alternative)}">\n`;
