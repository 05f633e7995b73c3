/** What diagnostics and reports call the tool. */
export const TOOL_NAME = 'QR Code Master';
