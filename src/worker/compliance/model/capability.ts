/** Linux capabilities as the engine compares them (fact T15). */

/** `cap_net_admin`, `NET_ADMIN` → `NET_ADMIN`. */
export const capabilityName = (text: string): string => text.trim().toUpperCase().replace(/^CAP_/, '');
