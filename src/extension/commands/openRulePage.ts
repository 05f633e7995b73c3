/** Shows the page of a rule in the Markdown preview; the Problems panel and hovers link here. */
import * as vscode from 'vscode';
import type { Command } from '../app';
import { rulePageUri } from '../features/rulePages';

export const openRulePage: Command = {
  id: 'qrCodeMaster.openRulePage',
  async run(_app, rule) {
    if (typeof rule !== 'string' || !/^MLPS-[A-Z]{3}-\d{3}$/.test(rule)) return;
    await vscode.commands.executeCommand('markdown.showPreview', rulePageUri(rule));
  },
};
