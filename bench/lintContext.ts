/** Every rule, and each finding told by itself. */
export const lintContext = {
  files: { text: () => null },
  locale: 'en',
  profile: 'mlps3',
  today: '2026-11-23',
  group: false,
} as const;
