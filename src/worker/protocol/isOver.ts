/** Whether what somebody said holds no longer. */

/** @param until its last day; both are ISO dates */
export const isOver = (until: string | undefined, today: string): boolean => until !== undefined && until < today;
