/** Which findings count. */
import type { Finding } from './finding';

/** Neither suppressed nor covered by a baseline: it is counted, and may fail the check. */
export const isOpen = ({ suppressed, baselineState }: Pick<Finding, 'suppressed' | 'baselineState'>): boolean =>
  !suppressed && baselineState !== 'unchanged';
