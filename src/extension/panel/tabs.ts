/** The panel's views. */
export const TABS = ['make', 'read', 'batch'] as const;
export type Tab = (typeof TABS)[number];
