/** The words that an assessor's sheet takes, as far as files can propose them. */
import type { ItemState } from '../../../../protocol/assessment';

/** Empty: not judged. That nothing was found is never 符合. */
export const verdictWord: Readonly<Record<ItemState, string>> = {
  fail: '不符合',
  partial: '部分符合',
  clean: '',
  unknown: '',
  notApplicable: '不适用',
};
