/** How a node of the checklist is drawn, and read out. */
import * as vscode from 'vscode';
import type { ChecklistNode } from './checklistNodes';

type Icon = readonly [icon: string, colour?: string];

const STATES: Record<NonNullable<ChecklistNode['state']>, Icon> = {
  met: ['pass', 'testing.iconPassed'],
  clean: ['check'],
  partial: ['warning', 'list.warningForeground'],
  unmet: ['error', 'list.errorForeground'],
  fail: ['error', 'list.errorForeground'],
  notApplicable: ['circle-slash', 'disabledForeground'],
  manual: ['person'],
  unknown: ['question'],
};
const SEVERITIES: Record<NonNullable<ChecklistNode['severity']>, Icon> = {
  error: ['error', 'list.errorForeground'],
  warning: ['warning', 'list.warningForeground'],
  info: ['info'],
  hint: ['lightbulb'],
};
const KINDS: Partial<Record<ChecklistNode['kind'], Icon>> = { attestation: ['verified'], rule: ['book'] };

export function treeItem(node: ChecklistNode): vscode.TreeItem {
  const { id, kind, label, description, tooltip, state, severity, place, rule, row, isWaivable, children } = node;
  const { None, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, children.length > 0 ? Collapsed : None);
  item.id = id;
  item.description = description;
  item.tooltip = tooltip;
  item.contextValue = [kind, row && 'attestable', isWaivable && 'waivable'].filter(Boolean).join(' ');
  const icon = state ? STATES[state] : severity ? SEVERITIES[severity] : KINDS[kind];
  if (icon) item.iconPath = new vscode.ThemeIcon(icon[0], icon[1] ? new vscode.ThemeColor(icon[1]) : undefined);
  item.accessibilityInformation = { label: [label, description].filter(Boolean).join(', ') };
  if (place) {
    const at = new vscode.Position(place.line, 0);
    const options: vscode.TextDocumentShowOptions = { selection: new vscode.Range(at, at), preview: true };
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Open'),
      arguments: [vscode.Uri.parse(place.uri), options],
    };
  } else if (kind === 'rule' && rule) {
    item.command = { command: 'qrCodeMaster.openRulePage', title: vscode.l10n.t('Open Rule Page'), arguments: [rule] };
  }
  return item;
}
