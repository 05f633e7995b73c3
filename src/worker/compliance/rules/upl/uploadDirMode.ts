/** MLPS-UPL-005: uploads cannot be executed, and their folders stay usable. */
import type { Script } from '../../documents/shell/script';
import type { ShellCommand } from '../../documents/shell/shellTypes';
import { replaceCommand } from '../../documents/shell/wordEdits';
import { isUploads } from '../../model/uploads';
import { type Edit, placeIn } from '../../model/value';
import type { Rule } from '../rule';

export const uploadDirMode: Rule = {
  id: 'MLPS-UPL-005',
  name: 'upload-dir-mode',
  severity: 'error',
  profile: 'recommended',
  kinds: ['shell', 'dockerfile'],
  wider: {
    en: 'Modes that leave the files executable.',
    'zh-cn': '使文件保持可执行的权限。',
  },
  clauses: ['~8.1.4.2 f', '~8.1.4.4 d'],
  highRisk: ['~6.4.3.3'],
  rows: ['C51'],
  peers: [],
  title: { en: 'Give upload folders and their files modes of their own', 'zh-cn': '上传目录与其中文件须分别设置权限' },
  why: {
    en: 'One mode for all is wrong for one of them: files need no x, folders need it to be entered, and the owner must write to store an upload. Mode bits alone do not stop an interpreter that is given the file: a noexec mount does (MLPS-RUN-023).',
    'zh-cn':
      '统一的权限总有一方不合适：文件不需要 x，而目录需要 x 才能进入，属主也必须可写才能保存上传。仅靠权限位无法阻止解释器执行该文件，noexec 挂载可以（MLPS-RUN-023）。',
  },
  remedy: {
    en: 'Set both apart: `find DIR -type d -exec chmod 750 {} +` and `find DIR -type f -exec chmod 640 {} +`, or in one `chmod -R u=rwX,g=rX,o= DIR` for files that are not executable yet.',
    'zh-cn':
      '分别设置：`find DIR -type d -exec chmod 750 {} +` 和 `find DIR -type f -exec chmod 640 {} +`；如文件均无执行位，也可用 `chmod -R u=rwX,g=rX,o= DIR`。',
  },
  messages: {
    folders: {
      en: 'The mode {mode} takes {what} from the folders of {path}, too: uploads can no longer be stored or found. Set folders to 750 and files to 640.',
      'zh-cn': '权限 {mode} 也会去掉 {path} 中目录的 {what}：上传将无法保存或读取。请将目录设为 750，文件设为 640。',
    },
    files: {
      en: 'The mode {mode} leaves every file in {path} executable. Set folders to 750 and files to 640.',
      'zh-cn': '权限 {mode} 会使 {path} 中的所有文件可执行。请将目录设为 750，文件设为 640。',
    },
    split: {
      en: 'Set folders to 750 and files to 640 (others lose access)',
      'zh-cn': '目录设为 750、文件设为 640（其他用户将无法访问）',
    },
  },
  check: {
    script(script, { report }) {
      for (const command of script.commands) {
        if (command.name !== 'chmod') continue;
        const { words } = command;
        const isDeep = words.some(({ known }) => /^-\w*R|^--recursive$/.test(known ?? ''));
        const [mode, ...paths] = words.slice(1).filter(({ known }) => !/^-[A-Za-z]*[Rcfv]|^--/.test(known ?? ''));
        const path = paths.find(({ resolved }) => isUploads(resolved.replace(/\/\*?$/, '')));
        const wrong = isDeep && path && mode?.known !== undefined ? wrongMode(mode.known) : undefined;
        if (!wrong) continue;
        const edits = () =>
          paths.length === 1 && path!.known !== undefined && !/[\s'"*]/.test(path!.known)
            ? splitModes(script, command, path!.known)
            : undefined;
        report({
          place: placeIn(script, mode!),
          message: wrong.message,
          data: { mode: mode!.known!, path: path!.resolved, what: wrong.what },
          profile: wrong.message === 'files' ? 'mlps3' : undefined,
          fixes: () => [{ safe: false, title: 'split', edits: edits() }],
        });
      }
    },
  },
};

interface WrongMode {
  message: 'folders' | 'files';
  what: string;
}

/** What a mode does to folders and files alike; undefined where it is right for both. */
function wrongMode(mode: string): WrongMode | undefined {
  if (/^[0-7]{3,4}$/.test(mode)) {
    const bits = Number.parseInt(mode.slice(-3), 8);
    const missing = [bits & 0o200 ? '' : 'w', bits & 0o100 ? '' : 'x'].join('');
    if (missing !== '') return { message: 'folders', what: missing };
    return bits & 0o111 ? { message: 'files', what: 'x' } : undefined;
  }
  let taken = '';
  let isExecutable = false;
  for (const part of mode.split(',')) {
    const [, who = '', operator, bits = ''] = /^([ugoa]*)([-+=])([rwxXst]*)$/.exec(part) ?? [];
    if (operator === undefined) return undefined;
    const isOwner = who === '' || /[ua]/.test(who);
    const canEnter = /[xX]/.test(bits);
    if (operator === '-') taken += (bits.includes('x') ? 'x' : '') + (isOwner && bits.includes('w') ? 'w' : '');
    else if (operator === '=' && isOwner) taken += (canEnter ? '' : 'x') + (bits.includes('w') ? '' : 'w');
    if (operator !== '-' && bits.includes('x')) isExecutable = true;
  }
  if (taken !== '') return { message: 'folders', what: [...new Set(taken)].sort().join('') };
  return isExecutable ? { message: 'files', what: 'x' } : undefined;
}

/** Two commands for one. */
const splitModes = (script: Script, command: ShellCommand, path: string): Edit[] | undefined => {
  const of = (type: string, mode: string) => `find ${path} -type ${type} -exec chmod ${mode} {} +`;
  return replaceCommand(script, command, `${of('d', '750')} && ${of('f', '640')}`);
};
