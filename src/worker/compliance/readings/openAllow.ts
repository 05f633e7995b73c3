/** Lists of nginx that allow some and refuse nobody, or refuse all before (ngx_http_access_module). */
import type { NginxDirective } from '../documents/nginx/nginxConfig';
import { allBlocks, type NginxBlock, type NginxSettings } from '../documents/nginx/nginxSettings';

export interface OpenAllow {
  /** The first that allows some. */
  allow: NginxDirective;
  /** The last of the list. */
  last: NginxDirective;
  /** What refuses all before it; undefined: nothing refuses the rest. */
  before: NginxDirective | undefined;
}

const ALL = /^(?:all|0\.0\.0\.0\/0|::\/0)$/;
const isAll = ({ words }: NginxDirective): boolean => ALL.test(words[0]?.text ?? '');

/** A block's own list drops those from above, and the first line that fits decides. */
export const openAllows = ({ root }: NginxSettings): OpenAllow[] =>
  allBlocks(root).flatMap((block) => (block.isComplete && block.context !== 'part' ? openAllow(block) : []));

function openAllow({ directives }: NginxBlock): OpenAllow[] {
  const list = directives.filter(({ name }) => name === 'allow' || name === 'deny');
  const allow = list.find((directive) => directive.name === 'allow' && !isAll(directive));
  if (!allow || list.some((directive) => directive.name === 'allow' && isAll(directive))) return [];
  const refusal = list.findIndex((directive) => directive.name === 'deny' && isAll(directive));
  const before = refusal >= 0 && refusal < list.indexOf(allow) ? list[refusal] : undefined;
  return refusal < 0 || before ? [{ allow, last: list.at(-1)!, before }] : [];
}
