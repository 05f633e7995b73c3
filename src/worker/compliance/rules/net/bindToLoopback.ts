/** The fix that NET-001 and NET-002 share: a published port listens on 127.0.0.1 only. */
import type { ContainerWriter, PublishedPort } from '../../model/container';
import type { Edit } from '../../model/value';

/** Undefined where variables are in the way. */
export function bindToLoopback(port: PublishedPort, writer: ContainerWriter): Edit[] | undefined {
  if (port.long) return port.hostAddress ? writer.replace(port.hostAddress, '127.0.0.1') : writer.setField(port.entry, 'loopback');
  const parts = port.entry.resolved.split(':');
  return writer.replace(port.entry, port.hostPorts ? `127.0.0.1:${parts.slice(-2).join(':')}` : `127.0.0.1::${parts.at(-1)}`);
}
