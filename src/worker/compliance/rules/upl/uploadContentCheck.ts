/** MLPS-UPL-002: what an upload holds is looked at before it is used, and errors are told apart. */
import { placeIn } from '../../model/value';
import {
  bareHandlers,
  checksContent,
  liftedPixelLimits,
  openedAsAny,
  unheededResults,
} from '../../readings/uploadContent';
import { isUpload, storedUploads } from '../../readings/uploadedFiles';
import type { Rule } from '../rule';

export const uploadContentCheck: Rule = {
  id: 'MLPS-UPL-002',
  name: 'upload-content-check',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['python'],
  clauses: ['8.1.4.4 d'],
  highRisk: ['6.4.3.3'],
  rows: ['C49'],
  peers: [],
  title: { en: 'Check the content of uploads', 'zh-cn': '检查上传文件的内容' },
  why: {
    en: 'An extension says nothing of the content. `cv2.imread` raises nothing for what is no picture but gives None, a bare `except:` hides every mistake and even the end of the program, and a small file can unfold to gigabytes of pixels.',
    'zh-cn':
      '扩展名不能说明内容。对不是图片的文件，`cv2.imread` 不会抛出异常而是返回 None；空的 `except:` 会掩盖一切错误，甚至程序退出；很小的文件也可能展开为数 GB 的像素。',
  },
  remedy: {
    en: 'Decode from memory before anything is stored, look for None, limit bytes, pixels and formats (`Image.open(…, formats=("PNG", "JPEG"))`), catch the errors that the decoder names (`except (cv2.error, OSError):`), and store what you encoded again.',
    'zh-cn':
      '请在保存之前从内存解码，检查结果是否为 None，限制字节数、像素数和格式（`Image.open(…, formats=("PNG", "JPEG"))`），捕获解码器的具名异常（`except (cv2.error, OSError):`），并保存重新编码后的结果。',
  },
  messages: {
    bare: {
      en: 'A bare except hides every mistake, and the end of the program. Name the errors of the decoder.',
      'zh-cn': '空的 except 会掩盖一切错误，甚至程序退出。请写明解码器的异常类型。',
    },
    unheeded: {
      en: 'For what is no picture this gives None and raises nothing. Ask for None before using it.',
      'zh-cn': '对不是图片的文件，此调用返回 None 而不抛出异常。使用前请检查是否为 None。',
    },
    pixels: {
      en: 'Without a limit of pixels a small file can take all memory. Leave the limit on.',
      'zh-cn': '取消像素上限后，很小的文件也可能耗尽内存。请保留上限。',
    },
    formats: {
      en: 'Pillow opens every format that it knows here, whatever the name ends in. Name those that you take: `formats=("PNG", "JPEG")`.',
      'zh-cn': '此处 Pillow 会打开其支持的任何格式，与扩展名无关。请写明所接受的格式：`formats=("PNG", "JPEG")`。',
    },
    none: {
      en: 'Stored without a look at the content. Decode it first, and refuse what cannot be decoded.',
      'zh-cn': '未检查内容即保存。请先解码，无法解码的应予拒绝。',
    },
    name: { en: 'Catch {errors}', 'zh-cn': '捕获 {errors}' },
  },
  check: {
    python(module, { report }) {
      for (const { handler, isCv } of bareHandlers(module)) {
        const place = placeIn(module, handler.word);
        const errors = isCv ? '(cv2.error, OSError)' : '(OSError, ValueError)';
        const isNamed = !isCv || module.imports.get('cv2') === 'cv2';
        const edits = isNamed ? [{ ...place, start: place.end, newText: ` ${errors}` }] : undefined;
        const fixes = () => [{ safe: false, title: 'name', edits }];
        report({ place, message: 'bare', data: { errors }, fixes });
      }
      for (const place of unheededResults(module)) report({ place: placeIn(module, place), message: 'unheeded' });
      for (const place of liftedPixelLimits(module)) report({ place: placeIn(module, place), message: 'pixels' });
      for (const place of openedAsAny(module))
        report({ place: placeIn(module, place), message: 'formats', severity: 'info' });
      if (module.isExcerpt || checksContent(module)) return;
      for (const { call, scope } of storedUploads(module))
        if (call.callee.is === 'attribute' && isUpload(module, call.callee.object, scope))
          report({ place: placeIn(module, call), message: 'none' });
    },
  },
};
