/** Where the findings of a rule stand in the list. */
export const issuesId = (rule: string): string => `r-${rule}`;
