/** What the panel answers to the user's actions, in the user's language. */

/**
 * What a text is to the selection: `breaks` means the same but for the line breaks; `none`, that
 * there is no editor.
 */
export type Compared = 'same' | 'breaks' | 'different' | 'none';

/** `t` is `vscode.l10n.t`. */
export const panelNotices = (t: (english: string, ...values: string[]) => string) => ({
  saved: (file: string) => t('Saved {0}.', file),
  savedAll: (count: number, folder: string) => t('{0} QR codes saved in {1}.', String(count), folder),
  copiedAs: {
    svg: t('SVG copied.'),
    dataUri: t('Data URI copied.'),
    markdown: t('Markdown copied, with the picture inside: there is no Markdown document to save it beside.'),
    markdownInside: t('Markdown copied.'),
    html: t('HTML copied.'),
    terminal: t('Terminal text copied.'),
  },
  linkCopied: (file: string) => t('Markdown copied. It links the picture, which was saved as {0}.', file),
  batchDone: (saved: number, failed: number, folder: string) =>
    t('{0} QR codes saved in {1}. Rows that failed: {2}.', String(saved), folder, String(failed)),
  sheetDone: (made: number, failed: number, file: string) =>
    t('{0} QR codes saved in {1}. Rows that failed: {2}.', String(made), file, String(failed)),
  batchBroken: (saved: number, folder: string, reason: string) =>
    t('{0} QR codes were saved in {1}, then: {2}', String(saved), folder, reason),
  batchCancelled: (saved: number) => t('Cancelled; {0} QR codes were saved.', String(saved)),
  imageInserted: (file: string) => t('Picture inserted: {0}.', file),
  folderStopped: t('Reading stopped early; what was read so far is in the table. The log has the details.'),
  pictureGone: t('This picture is no longer at hand, so it cannot be read again. Open it anew.'),
  textCopied: t('Text copied.'),
  textInserted: t('Text inserted.'),
  compared: (answer: Compared, secret: boolean) =>
    answer === 'none'
      ? t('There is no text editor to compare with. Open a file first, select the text, and try again.')
      : answer === 'same'
        ? t('The selection is exactly this text.')
        : answer === 'breaks'
          ? t('The selection is this text but for the line breaks.')
          : secret
            ? t('The selection is another text. The difference is not shown, because the code holds a secret.')
            : t('The selection is another text.'),
  noEditor: t('There is no text editor to insert into. Open a file first, place the cursor, and try again.'),
  unexpected: t('That did not work, for a reason that was not foreseen. The log has the details.'),
  failed: (reason: string) => t('That did not work: {0}', reason),
  refused: t(
    'The panel sent a message that was not understood, so nothing was done. Close the panel and open it again.',
  ),
});
