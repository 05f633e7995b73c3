/** Whether lines of a template language stand in a text, which may say it otherwise. */
export const isTemplate = (text: string): boolean => /\{\{|\{%|<%|\$\{\w/.test(text);
