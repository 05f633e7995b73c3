/**
 * Diagnostics for clients that do not pull them (LSP 3.16 and older): open documents are judged
 * when something changes, and the answer is sent.
 */
import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** @returns judges every open document again */
export function pushDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  diagnosticsOf: (document: TextDocument) => Promise<Diagnostic[]>,
): () => void {
  const push = async (document: TextDocument): Promise<void> => {
    const { uri, version } = document;
    const diagnostics = await diagnosticsOf(document);
    // Changed or closed in the meantime: the newer answer counts.
    if (documents.get(uri)?.version === version) await connection.sendDiagnostics({ uri, version, diagnostics });
  };
  const pushAll = () => {
    for (const document of documents.all()) void push(document);
  };
  documents.onDidChangeContent(({ document }) => {
    void push(document);
    // Another open file may depend on this one.
    for (const other of documents.all()) if (other.uri !== document.uri) void push(other);
  });
  documents.onDidClose(({ document: { uri } }) => void connection.sendDiagnostics({ uri, diagnostics: [] }));
  return pushAll;
}
