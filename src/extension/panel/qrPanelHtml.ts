/**
 * The panel's page: its content security policy, its two files and its first state; everything else
 * is drawn by the page's own script.
 */
import { escapeHtml } from '../../worker/protocol/escapeHtml';
import type { PanelState } from './contract';

export interface PageSources {
  /** `webview.cspSource` */
  cspSource: string;
  scriptUri: string;
  styleUri: string;
  /** Random, new for every page; letters and digits. */
  nonce: string;
  /** Hashes of the two, as the attribute of that name: the page takes no other bytes. */
  integrity: { script: string; style: string };
}

/**
 * The whole page as HTML. The state stands in it as JSON that can neither end the script element
 * nor open a comment in it, so the page needs no handshake for its first picture. Nothing is loaded
 * but the extension's own script and style; pictures come as blobs.
 */
export function qrPanelHtml(
  { cspSource, scriptUri, styleUri, nonce, integrity }: PageSources,
  state: PanelState,
): string {
  const policy = [
    "default-src 'none'",
    `img-src blob: data: ${cspSource}`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${state.locale === 'zh-cn' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(state.strings.title)}</title>
<link rel="stylesheet" href="${escapeHtml(styleUri)}" integrity="${integrity.style}" crossorigin="anonymous">
</head>
<body>
<main id="panel"></main>
<script type="application/json" id="state" nonce="${nonce}">${jsonInScript(state)}</script>
<script src="${escapeHtml(scriptUri)}" nonce="${nonce}" integrity="${integrity.script}" crossorigin="anonymous"></script>
</body>
</html>`;
}

/** 128 random bits as hexadecimal digits. */
export const randomNonce = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');

/**
 * `<` opens both `</script` and `<!--`; the two line separators are for the HTML parser of no
 * consequence, but cost nothing.
 */
const jsonInScript = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
