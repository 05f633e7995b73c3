/** The words that more than one tab of the panel shows, in the user's language; `{name}` stands for a value that the page fills in. */
export const commonStrings = (t: (english: string) => string) => ({
  beginSelection: t('From Selection'),
  beginText: t('Type Text…'),
  beginClipboard: t('From Clipboard'),
  beginSample: t('Make a Sample'),
  beginSamplePicture: t('Read a Sample'),
  beginTable: t('Choose Table…'),
  beginHistory: t('History…'),
  title: t('QR Code Master'),
  tabMake: t('Make'),
  tabRead: t('Read'),
  tabBatch: t('Batch'),
  busy: t('Restoring what was shown…'),

  following: t('Following the selection in the editor'),
  stopFollowing: t('Stop'),

  copyText: t('Copy Text'),

  secretHidden: t('Hidden: this text holds a password or key.'),
  showSecret: t('Show'),
  hideSecret: t('Hide'),
  showAll: t('Show all {count} characters'),
  showLess: t('Show less'),
  textCut: t('… {count} more characters'),
  emptyText: t('(no text)'),
});
