/** The bytes of a picture that stands in an address (RFC 2397). */

const HEAD = /^data:image\/[\w.+-]{1,40}(?:;[\w=-]{1,40}){0,3};base64,/i;

/** Whether a picture stands in the address; its data may be damaged. */
export const isPictureData = (address: string): boolean => HEAD.test(address);

/** Undefined for another address, another kind of data, and base64 that is damaged. */
export function dataUriBytes(address: string): Uint8Array | undefined {
  const head = HEAD.exec(address)?.[0];
  if (head === undefined) return undefined;
  const data = address.slice(head.length).replaceAll(/%2b/gi, '+').replaceAll(/%2f/gi, '/').replaceAll(/%3d/gi, '=');
  try {
    return Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
  } catch {
    return undefined;
  }
}
