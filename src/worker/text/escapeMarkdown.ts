/** Data in Markdown: nothing in it is markup, a link, a picture, a mention or HTML. */
import { visible } from './visible';

/** Renders as itself, on one line, also inside a table. */
export const escapeMarkdown = (text: string): string =>
  visible(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+\-.!|~=:^$"']/g, '\\$&')
    .replace(/@/g, '&#64;')
    .replace(/\b(?=https?\\:|www\\\.)/gi, '\u200b');
