/** The packages of a Python application: `requirements.txt`, `pyproject.toml`, Pipfile, `setup.cfg`. */
import { readRequirements } from '../documents/requirements/requirements';
import { type FileKind, hashComment } from '../fileKind';

const read: FileKind['read'] = ({ uri, text }) => ({ requirement: readRequirements(uri, text) });

export const requirements: FileKind = { comment: hashComment, read, readPart: read };
