/** How many of an editor's diagnostics its Problems panel lists. */

/** `vscode.DiagnosticSeverity.Hint`: shown in the text alone. */
const HINT = 3;

export const listedCount = (diagnostics: readonly { severity: number }[]): number =>
  diagnostics.filter(({ severity }) => severity !== HINT).length;
