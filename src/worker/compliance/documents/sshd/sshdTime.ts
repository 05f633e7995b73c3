/** Times as `sshd_config` writes them (fact T21; "TIME FORMATS" of sshd_config(5)). */

const SECONDS = new Map(Object.entries({ s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 }));

/** Seconds of `120`, `2m`, `1h30m`, `1H30`; undefined for what is no time. */
export function secondsOf(text: string): number | undefined {
  if (!/^(?=\d)(?:\d+[smhdw])*\d*$/i.test(text)) return undefined;
  const parts = text.toLowerCase().match(/\d+[smhdw]?/g) ?? [];
  return parts.reduce((sum, part) => sum + Number.parseInt(part, 10) * (SECONDS.get(part.at(-1)!) ?? 1), 0);
}
