/**
 * Named volumes that a script makes itself: `docker volume create --opt type=none --opt o=bind
 * --opt device=/path NAME` (fact T14).
 */
import type { Mount } from '../../model/mount';
import { asBind } from '../../model/mount';
import type { ShellCommand } from '../shell/shellTypes';
import { skipGlobals } from './dockerRunLine';
import { ENGINES } from './dockerRunOptions';

interface CreatedVolume {
  name: string;
  /** What `--opt` gives the driver. */
  options: ReadonlyMap<string, string>;
}

/** Mounts of such a volume become binds of its device. */
export function boundVolumes(commands: readonly ShellCommand[]): (mount: Mount) => Mount {
  const created = new Map(
    commands.flatMap((command) => createdVolume(command) ?? []).map(({ name, options }) => [name, options]),
  );
  return (mount) => {
    const options = mount.type === 'volume' ? created.get(mount.source?.known ?? '') : undefined;
    return options ? asBind(mount, options.get('device'), options.get('o')) : mount;
  };
}

/** Undefined for another command, another driver than `local`, and a name that is not known. */
function createdVolume({ name: program, words }: ShellCommand): CreatedVolume | undefined {
  if (!ENGINES.has(program)) return undefined;
  const at = skipGlobals(words, 1);
  if (words[at]?.known !== 'volume' || words[at + 1]?.known !== 'create') return undefined;
  const options = new Map<string, string>();
  let name: string | undefined;
  for (let i = at + 2; i < words.length; i++) {
    const [, option, inline] = /^(--?[a-z]+)(?:=(.*))?$/s.exec(words[i]!.resolved) ?? [];
    if (option === undefined) {
      name ??= words[i]!.known;
      continue;
    }
    const value = inline ?? words[++i]?.resolved ?? '';
    if (/^(-d|--driver)$/.test(option) && value !== 'local') return undefined;
    if (option === '--name') name = value;
    if (/^(-o|--opt)$/.test(option)) options.set(value.split('=', 1)[0]!, value.slice(value.indexOf('=') + 1));
  }
  return name ? { name, options } : undefined;
}
