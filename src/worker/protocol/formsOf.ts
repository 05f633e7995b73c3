/** What of an installed file may have the hash that its package gives. */

/**
 * The content itself, and of package.json its text as the package has it.
 * @param name in the package
 */
export const formsOf = (name: string, content: Uint8Array): Uint8Array[] =>
  name === 'package.json' ? [content, packagedManifest(content)] : [content];

/**
 * VS Code writes it anew with a key of its own, and the package holds it as VS Code writes; the
 * content given, where that is no such file.
 */
function packagedManifest(content: Uint8Array): Uint8Array {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    const { __metadata: _, ...manifest } = JSON.parse(text);
    return new TextEncoder().encode(JSON.stringify(manifest, null, '\t'));
  } catch {
    return content;
  }
}
