export const newest: string;
export const oldest: string;
