/**
 * Makes a symbol of a kind with fields, such as a Wi-Fi network or a contact, asked for step by
 * step.
 */
import * as vscode from 'vscode';
import { describeMethod } from '../../worker/protocol/meaning';
import { payloadFormsMethod } from '../../worker/protocol/methods';
import type { Command } from '../app';

export const generateFromForm: Command = {
  id: 'qrCodeMaster.generateFromForm',
  async run({ server, panelHost }) {
    const editor = vscode.window.activeTextEditor;
    const selected = editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection) : '';
    const [{ forms }, described] = await Promise.all([
      server.request(payloadFormsMethod, {}),
      selected ? server.request(describeMethod, { texts: [selected] }) : undefined,
    ]);
    const [{ payloadSteps }, { panel }] = await Promise.all([import('../steps/payloadSteps'), panelHost()]);
    await payloadSteps(forms, described?.meanings[0]?.known, panel.makePayload);
  },
};
