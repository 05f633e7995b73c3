/** Data in texts that people and terminals read. */

export const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|#(?=#(?:vso)?\[)/g;

/**
 * One line of visible text: line breaks, terminal sequences, direction marks and what XML has no
 * place for become `\u{…}`, and so does the mark of a command that a build server would carry out
 * wherever it stands in a line (`##vso[`).
 */
export const visible = (text: string): string => text.replace(UNSAFE, (c) => `\\u{${c.charCodeAt(0).toString(16)}}`);

/** The same for what begins a line: a build server takes `::error ::` there for a command. */
export const visibleLine = (text: string): string => visible(text).replace(/^(\s*):(?=:)/, '$1\\u{3a}');

/** A path that begins a line, never taken for a command or an option. */
export const visiblePath = (path: string): string =>
  visible(/^\s*[-:]/.test(path) && path !== '-' ? `./${path}` : path);
