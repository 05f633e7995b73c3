/** Also in package.json: `onWebviewPanel:qrCodeMaster.panel`. */
export const PANEL_VIEW_TYPE = 'qrCodeMaster.panel';
