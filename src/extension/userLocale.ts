/** The language in which VS Code speaks to the user, as the server takes it. */
import * as vscode from 'vscode';
import type { Locale } from '../worker/protocol/finding';
import { localeOf } from '../worker/protocol/localeOf';

export const userLocale = (): Locale => localeOf(vscode.env.language);
