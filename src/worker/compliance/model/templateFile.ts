/**
 * Whether a file is by its name one to copy and fill in: `.env.example`, `config.sample.json`,
 * `app.env.dist`.
 */
import { fileName } from '../files';

const TEMPLATE = /(?:^|[._-])(?:examples?|samples?|templates?|tmpl|tpl|dist|schema)(?:[._-]|$)|[._-]defaults?$/i;

/** The ends of names that template engines give their files, as alternatives of an expression. */
export const TEMPLATE_ENDS =
  'in|j2|jinja2?|erb|tt|ejs|eta|hbs|handlebars|liquid|njk|mako|tera|tmpl|tpl|template|gotmpl|mustache';
const ENGINE = new RegExp(`\\.(?:${TEMPLATE_ENDS})$`, 'i');

/** What the file is called when the engine has filled it in. */
export const withoutTemplateEnd = (name: string): string => name.replace(ENGINE, '');

export const isTemplateFile = (uri: string): boolean => {
  const name = fileName(uri);
  return TEMPLATE.test(name) || ENGINE.test(name);
};
