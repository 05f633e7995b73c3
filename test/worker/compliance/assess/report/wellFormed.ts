/** What of a page's markup is not as the format's own writer would have it. */

const VOID = new Set(['meta', 'br', 'col', 'rect']);
const TOKEN =
  /<!doctype html>|<style>[^<]*<\/style>|<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z-]+="[^"<>]*")*)(\/?)>|([^<]+)|(<)/g;

/** Tags that are closed in order, no stray angle bracket, ids once, links that lead somewhere. */
export function faultsOf(html: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const ids = new Set<string>();
  const targets: string[] = [];
  for (const [token, slash, tag, attributes = '', , text] of html.matchAll(TOKEN)) {
    if (text !== undefined) {
      if (/>|&(?!(?:amp|lt|gt|quot|#39);)/.test(text)) faults.push(`unescaped: ${text}`);
      continue;
    }
    if (tag === undefined) {
      if (token === '<') faults.push('a stray <');
      continue;
    }
    for (const [, name, value = ''] of attributes.matchAll(/ ([a-zA-Z-]+)="([^"]*)"/g)) {
      if (/^on|^src$/.test(name!)) faults.push(`attribute ${name}`);
      if (name === 'id' && ids.size === ids.add(value).size) faults.push(`twice: ${value}`);
      if (name === 'href') targets.push(value);
    }
    if (slash) {
      const last = open.pop();
      if (last !== tag) faults.push(`</${tag}> closes <${last}>`);
    } else if (!VOID.has(tag)) open.push(tag);
  }
  if (open.length > 0) faults.push(`open: ${open}`);
  for (const target of targets) if (!target.startsWith('#') || !ids.has(target.slice(1))) faults.push(`no ${target}`);
  return faults;
}
