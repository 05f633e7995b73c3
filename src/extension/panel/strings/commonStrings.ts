/** The words that more than one tab of the panel shows, in the user's language; `{name}` stands for a value that the page fills in. */
export const commonStrings = (t: (english: string) => string) => ({
  title: t('QR Code Master'),
  tabMake: t('Make'),
  tabRead: t('Read'),
  tabBatch: t('Batch'),
  busy: t('Restoring what was shown…'),

  copyPng: t('Copy PNG'),
  copySvg: t('Copy SVG'),
  copyText: t('Copy Text'),
  savePng: t('Save PNG…'),
  saveSvg: t('Save SVG…'),
  pngCopied: t('PNG copied.'),
  pngNotCopied: t(
    'The picture could not be copied, because this panel may not write to the clipboard just now. Click into the panel and try again, or use “Save PNG…”.',
  ),

  secretHidden: t('Hidden: this text holds a password or key.'),
  showSecret: t('Show'),
  hideSecret: t('Hide'),
  showAll: t('Show all {count} characters'),
  showLess: t('Show less'),
  textCut: t('… {count} more characters'),
  emptyText: t('(no text)'),
});
