/** The fix of several rules: a mount that the container can no longer write to. */
import type { ContainerWriter } from '../../model/containerWriter';
import type { Mount } from '../../model/mount';
import type { Edit } from '../../model/value';

/** Undefined where it cannot be written here. */
export function mountReadOnly(mount: Mount, writer: ContainerWriter): Edit[] | undefined {
  const text = readOnlyText(mount);
  return text === undefined ? writer.setField(mount.entry, 'readOnly') : writer.replace(mount.entry, text);
}

/** The short form with `ro`; undefined for the long form. */
function readOnlyText({ entry, options, source, target }: Mount): string | undefined {
  const text = entry.resolved;
  if (!source || !target || !text.startsWith(`${source.resolved}:${target.resolved}`)) return undefined;
  const rest = options.map(({ resolved }) => resolved).filter((option) => option !== 'rw');
  return `${source.resolved}:${target.resolved}:${['ro', ...rest].join(',')}`;
}
