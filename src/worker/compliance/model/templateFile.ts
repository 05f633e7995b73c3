/**
 * Whether a file is by its name one to copy and fill in: `.env.example`, `config.sample.json`,
 * `app.env.dist`.
 */
import { fileName } from '../files';

const TEMPLATE = /(?:^|[._-])(?:examples?|samples?|templates?|tmpl|tpl|dist|schema)(?:[._-]|$)|[._-]defaults?$/i;

export const isTemplateFile = (uri: string): boolean => TEMPLATE.test(fileName(uri));
