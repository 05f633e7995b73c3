/**
 * Named volumes that a script makes itself: `docker volume create --opt type=none --opt o=bind
 * --opt device=/path NAME` (fact T14).
 */
import type { Mount } from '../../model/mount';
import { asBind } from '../../model/mount';
import type { ShellCommand } from '../shell/shellTypes';
import { createdBy } from './dockerCreate';

const FLAGS = new Set(['--ignore']);

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
    if (options?.size === 0) return { ...mount, isPlainVolume: true };
    return options ? asBind(mount, options.get('device'), options.get('o')) : mount;
  };
}

/** Undefined for another command, another driver than `local`, and a name that is not known. */
function createdVolume(command: ShellCommand): CreatedVolume | undefined {
  const created = createdBy(command, 'volume', FLAGS);
  if (!created || created.options.some(({ option, value }) => /^(-d|--driver)$/.test(option) && value !== 'local'))
    return undefined;
  const given = created.options.filter(({ option }) => /^(-o|--opt)$/.test(option));
  const options = given.map(({ value }): [string, string] => [
    value.split('=', 1)[0]!,
    value.slice(value.indexOf('=') + 1),
  ]);
  return { name: created.name, options: new Map(options) };
}
