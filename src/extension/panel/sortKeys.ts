/** What a folder's table is sorted by. */
export const SORT_KEYS = ['text', 'kind', 'path'] as const;
export type SortKey = (typeof SORT_KEYS)[number];
