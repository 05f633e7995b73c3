/** What the parts of the editor's operation log share. */
import type * as vscode from 'vscode';
import type { Draft } from '../../audit/entry';
import type { CheckedDocument } from '../../worker/protocol/checked';

export interface OperationsNeeds {
  context: vscode.ExtensionContext;
  log: vscode.LogOutputChannel;
}

export interface Operation extends Draft {
  /** Several within a short time are one line, by this name. */
  together?: 'make' | 'form';
}

/** What was asked of the server, and how it ended. */
export interface Asked {
  method: string;
  params: object;
  /** Undefined: it failed. */
  result: unknown;
  /** Code of the failure, where there was one. */
  code?: string | number;
  ms: number;
}

/** A document as it was saved. */
export interface Saved {
  document: vscode.TextDocument;
  text: string;
  version: number;
  /** How it is checked; resolves with the first check that comes of it as it is, or later. */
  checked: Promise<CheckedDocument>;
}

/** *Show*, *Verify* and *Export Operation Log*. */
export interface LogCommands {
  show(): Promise<void>;
  verify(): Promise<void>;
  export(): Promise<void>;
}

/** Nothing here throws or waits. */
interface Notes {
  note(operation: Operation): void;
  asked(asked: Asked): void;
  saved(saved: Saved): void;
  /** The settings of the log changed. */
  changed(): void;
}

export interface Recorder extends Notes {
  commands: LogCommands;
  /** Writes what is still to be written. */
  dispose(): Promise<void>;
}

export interface Operations extends Notes {
  /** Loads the commands of the log. */
  commands(): Promise<LogCommands>;
  dispose(): Promise<void>;
}
