/** Addresses of the own machine; all names below `localhost` are (RFC 6761, 6.3). */
const LOOPBACK = /^(?:(?:[\w-]+\.)*localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)(?::\d+)?$/i;

/** @param host as a URL has it, with its port or without */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

/** Between scheme, account, port and path. */
const HOST = /^["\s]*(?:[\w+.-]+:\/\/)?(?:[^/@\s]*@)?(\[[^\]\s]*\]|::1(?![\w:])|[^:/\s"]*)/;

/** Whether an address leads to the own machine: `https://[::1]:3100/push`, `0.0.0.0:514`. */
export function isOwnAddress(address: string): boolean {
  const host = HOST.exec(address)![1]!;
  return isLoopback(host) || host === '0.0.0.0';
}
