/** The words of an nftables ruleset, a statement each (nft(8), INPUT FILE FORMATS); linear. */

export interface NftToken {
  /** Without quotes. `{`, `}`, `,`, `.`, `=` and operators are tokens of their own. */
  text: string;
  start: number;
  end: number;
}

const TOKEN = /[ \t\r]+|\\\r?\n|#[^\n]*|"([^"\n]*)"?|([\n;])|[!<>=]=|[{},=<>!]|[^\s{},;"=<>!#\\]+|\\/gy;

/** Statements end with a line or a semicolon, but not inside braces that are no block. */
export function nftTokens(text: string): (NftToken | undefined)[] {
  const out: (NftToken | undefined)[] = [];
  TOKEN.lastIndex = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [whole, quoted, end] = match;
    if (end !== undefined) out.push(undefined);
    else if (quoted !== undefined || !/^(?:[ \t\r#]|\\\r?\n)/.test(whole))
      out.push({ text: quoted ?? whole, start: match.index, end: match.index + whole.length });
  }
  return out;
}
