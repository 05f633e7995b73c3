/** `/etc/selinux/config`: the mode that SELinux starts in (selinux_config(5)). */
import { textValue, type Value } from '../model/value';

export interface SelinuxConfig {
  /** Of the last `SELINUX=`, which holds; undefined where none is written. */
  mode: Value | undefined;
}

const MODE = /^[ \t]*SELINUX[ \t]*=[ \t]*([^\s#]+)/gm;

/** Never throws. */
export function readSelinuxConfig(uri: string, text: string): SelinuxConfig {
  const match = [...text.matchAll(MODE)].at(-1);
  if (!match) return { mode: undefined };
  const end = match.index + match[0].length;
  return { mode: textValue(match[1]!, match[1]!, { uri, start: end - match[1]!.length, end }) };
}
