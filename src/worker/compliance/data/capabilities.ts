/**
 * Capabilities that hand over the host or other containers, by what they allow; after
 * capabilities(7).
 */

/** The rest of what a container may have is either harmless or granted by default. */
export const DANGEROUS_CAPABILITIES: Record<string, 'error' | 'warning'> = {
  ALL: 'error',
  SYS_ADMIN: 'error',
  SYS_MODULE: 'error',
  SYS_PTRACE: 'error',
  SYS_RAWIO: 'error',
  SYS_BOOT: 'error',
  SYS_TIME: 'error',
  NET_ADMIN: 'error',
  DAC_READ_SEARCH: 'error',
  BPF: 'error',
  PERFMON: 'error',
  SYSLOG: 'error',
  MAC_ADMIN: 'error',
  MAC_OVERRIDE: 'error',
  CHECKPOINT_RESTORE: 'error',
  AUDIT_CONTROL: 'error',
  NET_RAW: 'warning',
  DAC_OVERRIDE: 'warning',
};
