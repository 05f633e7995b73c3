/** Host devices that give a container the disks or the memory of the host. */

const BLOCK =
  /^\/dev\/(?:(?:sd|hd|vd|xvd)[a-z]+\d*|nvme\d+(?:n\d+(?:p\d+)?)?|mmcblk\d\w*|loop(?:\d+|-control)|(?:md|dm-|sr|nbd|rbd|zd|ram|sg)\d+\w*|(?:mapper|disk|block|zvol|vg\w*)(?:\/.*)?)$/;
const MEMORY = /^\/dev\/(?:mem|kmem|port|kmsg)$/;

/** `path` is normal. */
export function deviceDanger(path: string): 'all' | 'disk' | 'memory' | undefined {
  if (path === '/dev') return 'all';
  if (BLOCK.test(path)) return 'disk';
  return MEMORY.test(path) ? 'memory' : undefined;
}
