/** The address of a development server, from what the user types. */

/** The link of a port, a port with a path, or a whole link. Undefined for anything else. */
export function serverLink(typed: string): string | undefined {
  const text = typed.trim();
  const port = /^:?(\d{1,5})(\/\S*)?$/.exec(text);
  if (port)
    return Number(port[1]) >= 1 && Number(port[1]) <= 65535
      ? `http://localhost:${Number(port[1])}${port[2] ?? '/'}`
      : undefined;
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? text : undefined;
}
