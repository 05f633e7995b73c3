/** The one way in which values get into sentences. */

/** A sentence with its `{name}`s filled in; a name without a value stays as it is written. */
export function fill(sentence: string, data: Readonly<Record<string, string | number>>): string {
  const parts = partsOf(sentence);
  let filled = parts[0]!;
  for (let i = 1; i < parts.length; i += 2) {
    const name = parts[i]!;
    filled += (Object.hasOwn(data, name) ? String(data[name]) : `{${name}}`) + parts[i + 1]!;
  }
  return filled;
}

/** More than there are sentences; others may come from a file. */
const MAX_KNOWN = 2000;
const known = new Map<string, readonly string[]>();

/** Text and names by turns: one sentence is said of a thousand places. */
function partsOf(sentence: string): readonly string[] {
  let parts = known.get(sentence);
  if (!parts) {
    parts = sentence.split(/\{(\w+)\}/);
    if (known.size < MAX_KNOWN) known.set(sentence, parts);
  }
  return parts;
}
