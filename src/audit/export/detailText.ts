/** Details of an entry in one line: `files=3 errors=1`. */
import type { Detail } from '../entry';

export const detailText = (detail: Detail = {}): string =>
  Object.entries(detail)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ');
