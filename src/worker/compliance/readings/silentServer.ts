/** Where nginx is told to write down no requests. */
import type { NginxDirective } from '../documents/nginx/nginxConfig';
import { allBlocks, httpBlocks, type NginxBlock, type NginxSettings, ownOf } from '../documents/nginx/nginxSettings';
import { isPass } from '../documents/nginx/nginxTargets';

/** Files that every page brings along, and questions of machines: left out of logs as a custom. */
const ASIDE =
  /\.\w{1,5}\b|favicon|robots|health|ping\b|live|ready|status|metrics|static|assets|media|images?|img|fonts?|css|js|dist|public|well-known|icons?|auth|socket|probe|beat/i;

/** `access_log off` for a site or a whole application; not for files and questions of machines. */
export function silentServers({ root }: NginxSettings): NginxDirective[] {
  return httpBlocks(root).flatMap((block) => {
    if (block.context === 'if') return [];
    const logs = ownOf(block, 'access_log');
    const off = logs.find(isOff);
    return off && logs.every(isOff) && concernsSite(block) ? [off] : [];
  });
}

const isOff = ({ words }: NginxDirective): boolean => /^(?:off|\/dev\/null)$/.test(words[0]?.text ?? '');

const logsItself = (block: NginxBlock): boolean => ownOf(block, 'access_log').some((directive) => !isOff(directive));

function concernsSite(block: NginxBlock): boolean {
  const { context, opener, blocks, directives } = block;
  if (context === 'location') {
    const path = opener?.words.map(({ text }) => text).join(' ') ?? '';
    return !ASIDE.test(path) && directives.some(isPass);
  }
  if (context === 'server') return !logsAllBelow(block) && givesOut(block);
  const servers = blocks.filter((b) => b.context === 'server');
  return (
    /^(?:http|main)$/.test(context) && !(servers.length > 0 && servers.every((s) => logsItself(s) || !givesOut(s)))
  );
}

/** The locations that matter have a log of their own. */
function logsAllBelow({ blocks }: NginxBlock): boolean {
  const locations = blocks.filter(({ context, directives }) => context === 'location' && directives.some(isPass));
  return locations.length > 0 && locations.every(logsItself);
}

/** It hands requests on or gives out files, beside figures of its own. */
const givesOut = (server: NginxBlock): boolean =>
  allBlocks(server).some(({ directives }) =>
    directives.some((directive) => isPass(directive) || /^(?:root|alias|try_files)$/.test(directive.name)),
  );
