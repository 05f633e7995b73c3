/** How tables call a thing: as its files do, else by its sort; of a deployment in a folder with that. */
import type { AssessedObject } from '../../../../protocol/assessment';
import { objectKindWords } from '../../../../protocol/assessmentWords';

/** What assessors call that which is no thing of its own. */
const WHOLE = '全局层面';

/** In Chinese, as the forms are. */
export function objectTitle({ kind, name, root }: Pick<AssessedObject, 'kind' | 'name' | 'root'>): string {
  const isWhole = kind === 'management' || kind === 'network';
  const title = name ?? (isWhole ? WHOLE : objectKindWords[kind]['zh-cn']);
  return root === '' ? title : `${title}（${root}）`;
}
