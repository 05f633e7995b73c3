/** An image as Markdown or HTML source. */
import { escapeHtml } from '../../worker/protocol/escapeHtml';

export type Markup = 'markdown' | 'html';

const HTML_LANGUAGES = [
  'html',
  'vue',
  'vue-html',
  'svelte',
  'astro',
  'php',
  'handlebars',
  'razor',
  'javascriptreact',
  'typescriptreact',
  'xml',
];
const MARKDOWN_LANGUAGES = ['markdown', 'mdx', 'quarto', 'rmd'];

/** The markup of a language's documents; undefined when it is neither. */
export const markupOf = (languageId: string): Markup | undefined =>
  MARKDOWN_LANGUAGES.includes(languageId) ? 'markdown' : HTML_LANGUAGES.includes(languageId) ? 'html' : undefined;

/** @param address a relative path with its segments percent-encoded, or a data URI */
export const imageMarkup = (markup: Markup, alt: string, address: string): string =>
  markup === 'markdown'
    ? `![${escapeMarkdown(alt)}](${address})`
    : `<img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}">`;

const escapeMarkdown = (text: string): string => text.replace(/[\\[\]<>`*_]|&(?=#?\w+;)/g, '\\$&');
