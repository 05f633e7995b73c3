/** Every word that the panel's page shows, in the user's language: handed over with the first state, so that the page itself holds none. */

/** `{name}` stands for a value that the page fills in. */
export const panelStrings = (t: (english: string) => string) => ({
  title: t('QR Code Master'),
  tabMake: t('Make'),
  tabRead: t('Read'),
});

export type PanelStrings = ReturnType<typeof panelStrings>;
