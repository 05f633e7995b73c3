/**
 * Made-up addresses of files whose text stands in a document. No host reads them: neither a
 * fragment nor a query, which would lead back to the document.
 */

/** @param name what the file may be called, as its path where it says so */
export const heldAddress = (holder: string, index: number, name: string): string =>
  `${holder}!held-${index}/${name.replace(/^\/+/, '')}`;

/** The document that the text stands in; the address itself where it is no made-up one. */
export const holderOf = (uri: string): string => uri.replace(/!held-\d+\/.*$/s, '');
