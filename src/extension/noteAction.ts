/** The command behind entries of the light bulb: it tells what they did, and runs their own command. */
import * as vscode from 'vscode';
import type { ActionNote } from '../worker/protocol/actionNote';

/** Not in the palette; its arguments are a note, and a command with its arguments where there is one. */
export const NOTE_ACTION = 'qrCodeMaster.noteAction';

export const noteAction =
  (noted: (note: ActionNote) => void) =>
  async (note: ActionNote, command?: string, ...rest: unknown[]): Promise<void> => {
    noted(note);
    if (command !== undefined) await vscode.commands.executeCommand(command, ...rest);
  };
