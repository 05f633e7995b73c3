/** Entries of the light bulb that tell the client what they did, once they are applied. */
import type { CodeAction } from 'vscode-languageserver';
import type { ActionNote } from '../protocol/actionNote';

export interface NoteRequest {
  /** Of the document. */
  uri: string;
  /**
   * The client's command that takes an `ActionNote`, then the id and the arguments of the command to
   * run; undefined where it keeps no log.
   */
  noteCommand: string | undefined;
}

/** The action's own command is run by that of the note. */
export function noteAction(
  { uri, noteCommand }: NoteRequest,
  op: ActionNote['op'],
  action: CodeAction,
  rule: string | undefined = ruleOf(action),
): CodeAction {
  if (noteCommand === undefined) return action;
  const { title, edit, command } = action;
  const [changed = uri] = Object.keys(edit?.changes ?? {});
  const note: ActionNote = { op, uri: changed, ...(rule !== undefined && { rule }) };
  const after = command ? [command.command, ...(command.arguments ?? [])] : [];
  return { ...action, command: { title, command: noteCommand, arguments: [note, ...after] } };
}

const ruleOf = ({ diagnostics: [first] = [] }: CodeAction): string | undefined =>
  typeof first?.code === 'string' ? first.code : undefined;
