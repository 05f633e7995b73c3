/** Dockerfiles and Containerfiles. */
import { readDockerfile } from '../documents/dockerfile/stages';
import { dockerfileFacts } from '../facts/dockerfileFacts';
import { type FileKind, hashComment } from '../fileKind';
import { TEMPLATE_ENDS } from '../model/templateFile';
import { HELD_BESIDE_SCRIPTS } from '../ruleKinds';

/** A symbolic link that was written out as a file: the path of another one, and nothing else. */
const LINK = /^[^\s"'$=]*\/[^\s"'$=]+\s*$/;

/**
 * Notes, commands or a program under the name: it begins with none of a Dockerfile's words, nor
 * with one that `FROM` was meant by.
 */
const OTHER =
  /^\ufeff?(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*(?!(?:[fmor]{3,5}|add|arg|cmd|copy|entrypoint|env|expose|from|healthcheck|include|label|maintainer|onbuild|run|shell|stopsignal|user|volume|workdir)\b|[{<%@])[a-z/]/i;

export const dockerfile: FileKind = {
  // Templates and companions that carry the name of a Dockerfile.
  except: new RegExp(
    `\\.(?:${TEMPLATE_ENDS}|dockerignore|md|rst|adoc|txt|html?|css|scss|sh|py|js|mjs|cjs|jsx|ts|tsx|vue|go|rs|rb|php|java|kt|cs|c|h|cc|cpp|` +
      'swift|scala|pl|sql|m4|bak|orig|rej|swp|lock|json|ya?ml|map|vim|lua|nanorc|tm[A-Z]\\w+|plist|xml|toml)$',
    'i',
  ),
  refuses: (text) => LINK.test(text.slice(0, 1000)) || (OTHER.test(text) && !/^[ \t]*FROM\s/im.test(text)),
  holds: HELD_BESIDE_SCRIPTS,
  comment: hashComment,
  read: ({ uri, text }) => dockerfileFacts(readDockerfile(uri, text)),
  readPart: (document, files, isShown) => (isShown ? {} : dockerfile.read(document, files)),
};
