/** The formats that the panel saves symbols in. */
export const SAVE_FORMATS = ['png', 'jpeg', 'svg', 'pdf', 'terminal'] as const;
export type SaveFormat = (typeof SAVE_FORMATS)[number];
