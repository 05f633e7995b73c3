/** Reads `security_opt` entries, which come with `:` or `=` (fact T7). */

/** `no-new-privileges` alone means true. */
export function isSecurityOpt(resolved: string, name: string, value: string): boolean {
  const match = /^\s*([\w-]+)\s*(?:[:=]\s*(.*?)\s*)?$/.exec(resolved);
  return match !== null && match[1]!.toLowerCase() === name && (match[2] ?? 'true').toLowerCase() === value;
}
