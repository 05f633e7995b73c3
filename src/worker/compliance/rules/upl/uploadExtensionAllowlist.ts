/** MLPS-UPL-001: uploads are taken by a list of extensions, and only by it. */
import { importEdit } from '../../documents/python/importEdit';
import { insertLines } from '../../documents/python/insertLines';
import { functionsAround, type PythonModule } from '../../documents/python/pythonModule';
import { type Edit, placeIn } from '../../model/value';
import { dangerousEntries, extensionChecks, looseChecks } from '../../readings/extensionChecks';
import { type StoredUpload, storedUploads } from '../../readings/uploadedFiles';
import type { Rule } from '../rule';

/** Characters in front of a call that show whether it stands for itself. */
const NEAR = 200;

export const uploadExtensionAllowlist: Rule = {
  id: 'MLPS-UPL-001',
  name: 'upload-extension-allowlist',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['python'],
  clauses: ['8.1.4.4 d'],
  highRisk: ['6.4.3.3'],
  rows: ['C48'],
  peers: [],
  title: { en: 'Take uploads by a list of allowed extensions', 'zh-cn': '按扩展名白名单接受上传文件' },
  why: {
    en: 'What is stored is served or opened again: a page, a picture with script or a program does what its author wants. Assessors upload scripts and programs to see whether the service takes them.',
    'zh-cn':
      '保存的文件会再次被提供或打开：网页、带脚本的图片或程序会执行其作者的意图。测评时会上传脚本和程序，检查系统是否接受。',
  },
  remedy: {
    en: 'Compare the last extension in lower case with a small set: `filename.rsplit(".", 1)[1].lower() in {"png", "jpg"}`. A list of forbidden ones is never complete, and the content type is whatever the client says. Check the content, too.',
    'zh-cn':
      '请取最后一个扩展名，转为小写后与小范围的集合比较：`filename.rsplit(".", 1)[1].lower() in {"png", "jpg"}`。黑名单永远不完整，内容类型由客户端任意填写。内容也应检查。',
  },
  messages: {
    none: {
      en: 'Files of any extension are stored here. Compare the last one with a list of those allowed.',
      'zh-cn': '此处保存任意扩展名的文件。请把最后一个扩展名与允许的列表比较。',
    },
    unknown: {
      en: 'No list of allowed extensions is in sight. Make sure that what is called before refuses all others.',
      'zh-cn': '未见允许的扩展名列表。请确认此前调用的检查会拒绝其他扩展名。',
    },
    deny: {
      en: 'A list of what is refused lets everything else in. Name what is allowed instead.',
      'zh-cn': '黑名单会放行其余一切类型。请改为列出允许的扩展名。',
    },
    type: {
      en: 'Only the content type is checked here, and the client writes it. Compare the last extension with a list.',
      'zh-cn': '此处只检查内容类型，而内容类型由客户端填写。请把最后一个扩展名与列表比较。',
    },
    runs: {
      en: '{extension} is run by browsers, servers or systems. Take it out of the list.',
      'zh-cn': '{extension} 会被浏览器、服务器或系统执行。请从列表中移除。',
    },
    loose: {
      en: 'This also accepts a name such as a.png.php. Compare the last extension: rsplit(".", 1)[1].',
      'zh-cn': '此写法也会接受 a.png.php 之类的名称。请比较最后一个扩展名：rsplit(".", 1)[1]。',
    },
    ask: {
      en: 'Refuse all but png, jpg and jpeg (write the extensions that the service needs)',
      'zh-cn': '仅接受 png、jpg 和 jpeg（请改为业务所需的扩展名）',
    },
  },
  check: {
    python(module, { report }) {
      for (const { text, place } of dangerousEntries(module))
        report({ place: placeIn(module, place), message: 'runs', data: { extension: text } });
      for (const place of looseChecks(module)) report({ place: placeIn(module, place), message: 'loose' });
      if (module.isExcerpt) return;
      for (const stored of storedUploads(module)) {
        const message = missing(module, stored);
        if (message)
          report({
            place: placeIn(module, stored.call),
            message,
            severity: message === 'unknown' ? 'info' : undefined,
            fixes: () => [
              { safe: false, title: 'ask', edits: message === 'none' ? askBefore(module, stored) : undefined },
            ],
          });
      }
    },
  },
};

/** Undefined: a list decides. */
function missing(module: PythonModule, stored: StoredUpload): 'none' | 'unknown' | 'deny' | 'type' | undefined {
  const around = functionsAround(stored);
  const checks = extensionChecks(module, around.at(-1));
  if (checks.has('list')) return undefined;
  if (checks.has('unknown')) return 'unknown';
  if (checks.has('deny')) return 'deny';
  if (checks.has('type')) return 'type';
  // A function that is given the file: who calls it may have asked.
  return around[0] && around[0].decorators.length === 0 && around[0].params.length > 0 ? undefined : 'none';
}

/** Where the file has a name and is saved by a statement of its own. */
function askBefore(module: PythonModule, { call }: StoredUpload): Edit[] | undefined {
  const { callee } = call;
  if (callee.is !== 'attribute' || callee.name !== 'save' || callee.object.is !== 'name') return undefined;
  // Within brackets, or behind a line that goes on.
  if (/[([{,\\]$/.test(module.text.slice(Math.max(0, call.start - NEAR), call.start).trimEnd())) return undefined;
  const asked = [
    `if (${callee.object.name}.filename or "").rsplit(".", 1)[-1].lower() not in {"png", "jpg", "jpeg"}:`,
    '    abort(400)',
  ];
  const check = insertLines(module, call, 'before', asked);
  return check && [...importEdit(module, 'flask', 'abort'), ...check];
}
