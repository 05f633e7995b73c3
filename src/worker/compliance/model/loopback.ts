/** Addresses of the own machine. */
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)(:\d+)?$/;

/** @param host as a URL has it, with its port or without */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);
