/** What is said of files that cannot be read, written or trusted. */
import type { Locale } from './finding';

export const fileSentences = {
  'file-unwritable': {
    en: 'The file {file} cannot be written: {reason}. Check that its folder exists, that you may write there, and that the disk has room.',
    'zh-cn': '无法写入文件 {file}：{reason}。请检查其目录是否存在、您是否有写入权限，以及磁盘是否有空间。',
  },
  'output-unwritable': {
    en: 'The standard output cannot be written: {reason}. Check that what it is sent to may be written and has room.',
    'zh-cn': '无法写入标准输出：{reason}。请检查输出的目标是否可写、是否有空间。',
  },
  'file-not-regular': {
    en: 'This is a pipe, a device or a folder, and only regular files are read. To read from a pipe, write - as the name.',
    'zh-cn': '这不是普通文件，而是管道、设备或目录，不会读取。如需从管道读取，请以 - 作为名称。',
  },
  'file-too-large': {
    en: 'The file is larger than {megabytes} MB and was not read. Check that it is the file you mean.',
    'zh-cn': '文件超过 {megabytes} MB，未读取。请确认它是您要的文件。',
  },
  'folder-unreadable': {
    en: 'The folder cannot be read: {reason}. Check that you may read it.',
    'zh-cn': '无法读取目录：{reason}。请检查是否有读取权限。',
  },
  'link-outside': {
    en: '{file} is a link that leads to no file in {folder}, so it was not written. Name the real file, or remove the link.',
    'zh-cn': '{file} 是一个链接，并不指向 {folder} 中的文件，因此没有写入。请指定真实的文件，或删除该链接。',
  },
  'file-unreadable': {
    en: 'The file cannot be read: {reason}. Check that it exists and that you may read it.',
    'zh-cn': '无法读取文件：{reason}。请检查文件是否存在以及是否有读取权限。',
  },
  'file-not-read': {
    en: 'The file was not read: you may not read it, it has more than {mb} MB, or it is not a regular file of the workspace.',
    'zh-cn': '未读取该文件：您没有读取权限、文件大于 {mb} MB，或它不是工作区内的普通文件。',
  },
  'file-changed-meanwhile': {
    en: 'The file changed while the report was made: what is said of it holds for the SHA-256 that stands here. Make the report again.',
    'zh-cn': '生成报告期间该文件被更改，报告中的内容对应所列 SHA-256 的版本。请重新生成报告。',
  },
  'file-changed': {
    en: 'The file {file} is missing or is not as it was shipped, so nothing of it was run. Install QR Code Master again from a package that you have checked: qr-code-master verify PACKAGE.',
    'zh-cn':
      '文件 {file} 缺失，或与发布时的内容不一致，因此未运行其中的任何内容。请用经过校验的安装包重新安装 QR Code Master，校验命令：qr-code-master verify 安装包。',
  },
  'package-damaged': {
    en: 'This is not a package of VS Code (.vsix), or it is damaged. Get it again from its publisher.',
    'zh-cn': '这不是 VS Code 的安装包（.vsix），或已损坏。请从发布者处重新获取。',
  },
  'package-too-large': {
    en: 'The folder has more files than the package could have. Name the folder that the extension was installed into.',
    'zh-cn': '该目录的文件数超过安装包可能有的数量。请指定扩展的安装目录。',
  },
  'package-unreadable': {
    en: '{file} cannot be read ({reason}). Name a package (.vsix) or the folder that it was installed into.',
    'zh-cn': '无法读取 {file}（{reason}）。请指定安装包（.vsix）或其安装目录。',
  },
} as const satisfies Record<string, Record<Locale, string>>;
