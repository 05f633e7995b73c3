/**
 * A text of others for a list of VS Code, which draws `$(name)` as an icon: a joiner that does not
 * show keeps it a text.
 */
export const withoutIcons = (text: string): string => text.replaceAll('$(', '$\u2060(');
