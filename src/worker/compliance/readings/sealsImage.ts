/** Whether a script prepares a machine to be copied, so that nothing of its own may stay in it. */
import type { Script } from '../documents/shell/script';
import { once } from '../once';

const SEALS =
  /\/etc\/machine-id\b|\bcloud-init clean\b|\bssh_host_\*|\brm\b[^\n]{0,200}\/etc\/ssh\/\*|\/udev\/rules\.d\/70[*-]|\bsys-unconfig\b|\bvirt-sysprep\b|\bwaagent\b.*-deprovision/;

export const sealsImage = once(({ text }: Script): boolean => SEALS.test(text));
