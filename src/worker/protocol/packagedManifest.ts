/** The package.json of an installed extension as it was in its package. */

/**
 * VS Code writes it anew with a key of its own, and the package holds it as VS Code writes.
 * @returns the text given, where that is no such file
 */
export function packagedManifest(text: string): string {
  try {
    const { __metadata: _, ...manifest } = JSON.parse(text);
    return JSON.stringify(manifest, null, '\t');
  } catch {
    return text;
  }
}
