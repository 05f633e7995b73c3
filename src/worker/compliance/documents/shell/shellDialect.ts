/**
 * Lines of PowerShell, of cmd and of terminal sessions, written so that the shell reader
 * understands them (fact T19).
 */
import { UNKNOWN } from '../../model/value';
import { type Excerpt, rewritten } from '../text/excerpt';

/** `shown`: what a page shows of a POSIX shell, perhaps with prompts, which no script has. */
export type ShellDialect = 'posix' | 'powershell' | 'cmd' | 'session' | 'shown';

/** The dialect by a fence's language or a file's extension; undefined: no shell. */
export function dialectOf(language: string): ShellDialect | undefined {
  if (/^(sh|bash|shell|zsh|ash|dash|ksh|fish|shellscript)$/i.test(language)) return 'posix';
  if (/^(powershell|pwsh|ps1|psm1|posh)$/i.test(language)) return 'powershell';
  if (/^(bat|cmd|batch|dosbatch)$/i.test(language)) return 'cmd';
  return /^(console|terminal|shell-session|shellsession|sh-session|bash-session)$/i.test(language)
    ? 'session'
    : undefined;
}

const refuseSpecial = (write: Excerpt['write']) => (text: string) =>
  /['"$`\\%^]/.test(text) ? undefined : write(text);

/** The same commands in POSIX spelling. */
export function asPosix(excerpt: Excerpt, dialect: ShellDialect): Excerpt {
  if (dialect === 'session') return withoutPrompts(excerpt, PROMPT);
  if (dialect === 'shown') return withoutPrompts(excerpt, SHOWN_PROMPT);
  if (dialect === 'powershell') {
    const pattern = /`(?=\r?\n)|`([\s\S])|\\|\$env:(\w+)|^[ \t]*PS[^>\n]*> ?/gm;
    const replace = ([whole, escaped, variable]: RegExpMatchArray) => {
      if (whole === '`' || whole === '\\') return whole === '`' ? '\\' : '\\\\';
      if (escaped !== undefined) return `\\${escaped}`;
      return variable === undefined ? ' '.repeat(whole.length) : UNKNOWN;
    };
    return rewritten(excerpt, pattern, replace, refuseSpecial(excerpt.write));
  }
  if (dialect === 'cmd') {
    const pattern = /\^(?=\r?\n)|\^([\s\S])|\\|%\w+%|^[ \t]*@|^[ \t]*(?:rem\b|::)[^\n]*/gim;
    const replace = ([whole, escaped]: RegExpMatchArray) => {
      if (whole === '^' || whole === '\\') return whole === '^' ? '\\' : '\\\\';
      if (escaped !== undefined) return `\\${escaped}`;
      return whole.startsWith('%') ? UNKNOWN : '';
    };
    return rewritten(excerpt, pattern, replace, refuseSpecial(excerpt.write));
  }
  if (dialect !== 'posix' || !excerpt.text.includes('<%')) return excerpt;
  return rewritten(excerpt, FILLED_IN, ([tag]) => (/^<%[=-]/.test(tag) ? UNKNOWN : ''));
}

/** What ERB and EJS put in, or do, as they make the script: `<%= token %>`, `<% if (x) { %>`. */
const FILLED_IN = /<%(?:[^%<]|%(?!>)|<(?!%))*%>/g;

/** Names of programs that run containers. */
export const ENGINES = '(?:nvidia-)?docker|podman|nerdctl';

/** Commands of containers that stand there as they are typed. */
const BARE = new RegExp(String.raw`^[ \t]*(?:sudo[ \t]+)?(?:${ENGINES}|docker-compose)[ \t]+\w`);
const HASH = /^[ \t]*#[ \t]/;

/** What may stand in front of a command, as the source of an expression. */
export const PROMPT_TEXT = String.raw`(?:\([\w.-]+\)[ \t]*)?(?:[\w.-]+@[\w.-]+[^$#\n]{0,60}|\[[^\]\n]{1,60}\])?(?:[$#%❯➜]>?|>{1,3})[ \t]+`;
const PROMPT = new RegExp(String.raw`^[ \t]*${PROMPT_TEXT}`);
/** Where `#` opens a remark, and `>` may send what is printed to a file. */
const SHOWN_PROMPT = new RegExp(
  String.raw`^[ \t]*(?:\$[ \t]+|\$?>[ \t]+(?=(?:sudo[ \t]+)?(?:${ENGINES}|docker-compose)[ \t]))`,
);

/**
 * Only what was typed: the lines behind a prompt and the lines they continue on; everything when
 * there is no prompt at all.
 */
function withoutPrompts(excerpt: Excerpt, prompt: RegExp): Excerpt {
  const lines = excerpt.text.split(/(?<=\n)/);
  const prompts = lines.filter((line) => prompt.test(line));
  // `# start it` above `docker run …`: a remark, not what root typed.
  const areRemarks = prompts.every((line) => HASH.test(line)) && lines.some((line) => BARE.test(line));
  if (prompts.length === 0 || areRemarks) return excerpt;
  let typed = false;
  const text: string[] = [];
  for (const line of lines) {
    const found = prompt.exec(line)?.[0].length;
    const continues: boolean = typed;
    const body = line.replace(/\r?\n$/, '');
    const left = continues ? (/^>[ \t]/.test(line) ? 2 : 0) : (found ?? body.length);
    text.push(' '.repeat(left) + line.slice(left));
    typed = (found !== undefined || continues) && /\\[ \t]*$/.test(body);
  }
  return { ...excerpt, text: text.join('') };
}
