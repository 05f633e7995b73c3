/**
 * Looks at the bytes of a client before the protocol's reader does, which would wait for ever for
 * the end of what is no message.
 */

/**
 * A header is two short lines; a message, the pictures of a request in base64 included, is smaller
 * than that.
 */
const MAX_HEADER = 4096;
const MAX_BODY = 1024 * 1024 * 1024;

/**
 * Base protocol of LSP: `Content-Length: N`, perhaps `Content-Type: …`, an empty line, N bytes.
 * @returns takes the next bytes, in any portions, and gives what is wrong with them; undefined
 * while nothing is
 */
export function checkFraming(): (bytes: Uint8Array) => string | undefined {
  let header = '';
  let left = 0;
  return (bytes) => {
    for (let at = 0; at < bytes.length; ) {
      if (left > 0) {
        const taken = Math.min(left, bytes.length - at);
        left -= taken;
        at += taken;
        continue;
      }
      header += String.fromCharCode(bytes[at++]!);
      if (header.endsWith('\r\n\r\n')) {
        const length = /^content-length:[ \t]*(\d{1,10})[ \t]*$/im.exec(header.replaceAll('\r', ''))?.[1];
        if (length === undefined || Number(length) > MAX_BODY)
          return `no valid Content-Length in ${JSON.stringify(header)}`;
        left = Number(length);
        header = '';
      } else if (header.length > MAX_HEADER || !isBeginning(header))
        return `not a header: ${JSON.stringify(header.slice(0, 80))}`;
    }
    return undefined;
  };
}

/**
 * What has come of a header so far may become one: looked at where a line begins or ends, so that
 * each byte costs the same.
 */
const isBeginning = (header: string): boolean => {
  const line = header.slice(header.lastIndexOf('\n') + 1);
  return line.length > NAME.length ? true : NAME.startsWith(line.toLowerCase()) || line === '\r';
};
const NAME = 'content-';
