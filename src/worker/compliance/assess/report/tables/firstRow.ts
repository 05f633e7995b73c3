/** What stands for what to do in a long table where it was said already. */
export const FIRST_ROW = { en: 'as in the first row of the rule', 'zh-cn': '见该规则首行' } as const;
