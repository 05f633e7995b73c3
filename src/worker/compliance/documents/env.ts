/** Reads the `.env` file beside a compose file (fact T26): the only source of variables, never the user's own environment. */

const LINE = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.]*)[ \t]*=[ \t]*(.*)$/;

/** Values that hold another variable are left out: they are unknown. */
export function readEnvText(text: string): Map<string, string> {
  const out = new Map<string, string>();
  for (const line of text.split(/\r\n|\n|\r/)) {
    const match = LINE.exec(line);
    if (!match) continue;
    const value = envValue(match[2]!);
    if (!value.includes('$') || /^'/.test(match[2]!)) out.set(match[1]!, value);
  }
  return out;
}

function envValue(written: string): string {
  const quoted = /^(["'])(.*?)\1/.exec(written);
  return quoted ? quoted[2]! : written.replace(/[ \t]+#.*$/, '').trim();
}
