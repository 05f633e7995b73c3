/** Scripts of POSIX shells, PowerShell and cmd. */
import { deployedVariables } from '../documents/shell/deployedVariables';
import { readScript } from '../documents/shell/readScript';
import { asPosix, dialectOf } from '../documents/shell/shellDialect';
import { wholeExcerpt } from '../documents/text/excerpt';
import { scriptFacts } from '../facts/scriptFacts';
import { type FileKind, HOLDS_COMMANDS } from '../fileKind';

const SHEBANG = /^#![^\n]*\b(?:ba|da|z|k)?sh\b/;

export const shell: FileKind = {
  holds: HOLDS_COMMANDS,
  recognises: (name, text) => !name.includes('.') && SHEBANG.test(text.slice(0, 100)),
  // The comments of batch files are commands.
  comment: (uri) => (/\.(?:bat|cmd)$/i.test(uri) ? undefined : '#'),
  // Markdown shows commands as commands.
  readPart: (document, files, isShown) => (isShown ? {} : shell.read(document, files)),
  read(document) {
    const dialect = dialectOf(/\.(\w+)$/.exec(document.uri)?.[1] ?? '') ?? 'posix';
    const script = readScript('shell', document, [asPosix(wholeExcerpt(document.text), dialect)]);
    return { ...scriptFacts(script), hostVariable: deployedVariables(script) };
  },
};
