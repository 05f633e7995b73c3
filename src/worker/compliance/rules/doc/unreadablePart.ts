/** MLPS-DOC-002: a part of the file could not be understood and was therefore not judged. */
import { kinds } from '../../../protocol/fileKinds';
import type { Rule } from '../rule';

export const unreadablePart: Rule = {
  id: 'MLPS-DOC-002',
  name: 'unreadable-part',
  severity: 'warning',
  profile: 'recommended',
  kinds,
  isAboutFindings: true,
  clauses: [],
  rows: [],
  peers: [],
  title: { en: 'A part of the file cannot be read', 'zh-cn': '文件的一部分无法读取' },
  why: {
    en: 'What cannot be read cannot be judged: without this notice a broken file would look compliant.',
    'zh-cn': '无法读取的内容也就无法检查：若不提示，损坏的文件会看起来合规。',
  },
  remedy: {
    en: 'Fix the syntax at the marked place; the rest of the file is judged all the same.',
    'zh-cn': '请修正标记处的语法；文件的其余部分照常检查。',
  },
  messages: {
    'unknown-instruction': {
      en: '"{word}" is not a Dockerfile instruction, so this line was not checked. Correct the word, or end the line before with a backslash if this continues it.',
      'zh-cn': '"{word}" 不是 Dockerfile 指令，该行未作检查。请更正；如果它是上一行的延续，请在上一行末尾加反斜杠。',
    },
    'open-heredoc': {
      en: 'The heredoc "{word}" is never closed, so everything below it was taken as its text. Add a line with only {word}.',
      'zh-cn': 'heredoc "{word}" 没有结束，其后的所有内容都被当作它的文本。请添加只含 {word} 的一行。',
    },
    TAB_AS_INDENT: {
      en: 'YAML does not allow a tab as indentation, so this place could not be read. Use spaces.',
      'zh-cn': 'YAML 不允许使用制表符缩进，此处无法读取。请使用空格。',
    },
    ANCHOR_LOOP: {
      en: '{word} stands inside the value that it repeats, so no program accepts the file, and this part was not checked. Name another anchor, or remove it.',
      'zh-cn': '{word} 位于它所引用的内容之中，任何程序都无法读取该文件，此部分未作检查。请改用其他锚点，或移除。',
    },
    TOO_MANY_MERGES: {
      en: 'The merge keys up to here repeat more settings than can be judged, so this and the following ones were left out. Merge fewer anchors into each other.',
      'zh-cn': '到此处为止，合并键重复的设置过多，无法检查，此处及其后的合并均已忽略。请减少锚点之间的相互合并。',
    },
    TOO_DEEP: {
      en: 'This is nested deeper than can be read, so from here on the text was not checked. Nest it less, or move the inner part into a file of its own.',
      'zh-cn': '此处嵌套过深，无法读取，从这里起的内容未作检查。请减少嵌套层数，或将内层移到单独的文件中。',
    },
    TOO_MANY_DOCUMENTS: {
      en: 'This file has more YAML documents than can be read, so from here on it was not checked. Split it into several files.',
      'zh-cn': '该文件包含的 YAML 文档过多，从此处起的内容未作检查。请拆分为多个文件。',
    },
    TOO_LONG: {
      en: 'This command is longer than can be read, so it was not checked. Move it into a script file.',
      'zh-cn': '该命令过长，无法读取，未作检查。请将其移到脚本文件中。',
    },
    UNREAD_BASE: {
      en: 'The service that this extends cannot be found, so nothing is called missing here. Correct the file or the name, or check the folder that holds both files.',
      'zh-cn': '找不到此处扩展的服务，因此不判断是否缺少设置。请更正文件或名称，或检查同时包含这两个文件的文件夹。',
    },
    UNREAD_INCLUDE: {
      en: 'The files that {word} names are not here. What they set goes before what stands below, and no setting was called missing. Put them beside this file, in the folder that it names.',
      'zh-cn':
        '{word} 所指的文件不在此处。其中的设置优先于下文的设置，因此不判断是否缺少设置。请将这些文件放在本文件旁所指的文件夹中。',
    },
    LAID_OVER: {
      en: '{file} begins {word}, and this file is laid over it, so no setting was called missing here. List both files in COMPOSE_FILE of .env: the result is then judged at {file}.',
      'zh-cn':
        '{word} 由 {file} 定义，本文件叠加在其上，因此不判断是否缺少设置。请在 .env 的 COMPOSE_FILE 中列出这两个文件：合并结果将在 {file} 处检查。',
    },
    NO_BASE: {
      en: 'By its name this file is laid over another one, which cannot be read beside it, so no setting of {word} was called missing. Check the folder that holds both files, or name them in COMPOSE_FILE of .env.',
      'zh-cn':
        '按文件名，本文件叠加在另一个文件之上，而旁边没有可读取的基础文件，因此不判断 {word} 是否缺少设置。请检查同时包含这两个文件的文件夹，或在 .env 的 COMPOSE_FILE 中列出它们。',
    },
    other: {
      en: 'This place is not valid YAML ({code}), so it was not fully checked. Fix the syntax here.',
      'zh-cn': '此处不是有效的 YAML（{code}），未能完整检查。请在此修正语法。',
    },
  },
  check: {},
};
