// An extension that reports what hadolint says of a tag `latest`, in the first line of every Dockerfile that holds one.
const vscode = require('vscode');

exports.activate = ({ subscriptions }) => {
  const found = vscode.languages.createDiagnosticCollection('hadolint');
  const look = (document) => {
    if (document.languageId !== 'dockerfile' || !document.lineAt(0).text.includes(':latest')) return;
    const place = document.lineAt(0).range;
    const diagnostic = new vscode.Diagnostic(
      place,
      'Using latest is prone to errors',
      vscode.DiagnosticSeverity.Warning,
    );
    found.set(document.uri, [Object.assign(diagnostic, { source: 'hadolint', code: 'DL3007' })]);
  };
  vscode.workspace.textDocuments.forEach(look);
  subscriptions.push(found, vscode.workspace.onDidOpenTextDocument(look));
};
