/** Pictures inside text: a Markdown image, an HTML element. */
import { escapeXml } from './svg';

/** A CommonMark image: no character of the alternative text is left to mean anything. */
export const markdownImage = (uri: string, alternative: string): string =>
  `![${alternative.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&')}](${uri})\n`;

/** An HTML image of `side` CSS pixels. */
export const htmlImage = (uri: string, alternative: string, side: number): string =>
  `<img src="${uri}" width="${side}" height="${side}" alt="${escapeXml(alternative)}">\n`;
