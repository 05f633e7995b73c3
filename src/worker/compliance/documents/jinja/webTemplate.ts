/** The templates of a web application, as far as a file shows that it is one (fact T33). */

import { applicationOf } from '../../deployment/applicationOf';
import { fileName, type WorkspaceFiles } from '../../files';
import { readTemplate, type Template } from './template';
import { engineOf } from './templateEngine';

export interface WebTemplate extends Template {
  /** Whether its own tags or the Python files beside say that it is Jinja's. */
  isSure: boolean;
}

/** `index.html.j2`, `index.html`; a bare `index.j2` is told by its text. */
const NAMED_HTML = /\.(?:html?|xhtml|svg)(?:\.(?:j2|jinja2?))?$|^jinja(?:2|-html)?$/i;
const HTML = /<(?:!doctype|html|head|body|div|span|form|script|link|table|section|h[1-6]|p|a|ul|img|input)[\s>/]/i;

/** Undefined where it is of another engine, no HTML, or nothing tells. */
export function readWebTemplate(uri: string, text: string, files: WorkspaceFiles): WebTemplate | undefined {
  if (/\/roles\//.test(`/${uri}`) || !(NAMED_HTML.test(fileName(uri)) || HTML.test(text))) return undefined;
  const template = readTemplate(uri, text);
  const engine = engineOf(template);
  if (engine === 'other') return undefined;
  const application = engine === 'jinja' ? 'jinja' : applicationOf(uri, files);
  if (application === 'other' || (engine === 'none' && !application)) return undefined;
  return { ...template, isSure: application !== undefined };
}
