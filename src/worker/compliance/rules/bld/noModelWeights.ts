/** MLPS-BLD-013: an image that promises to hold no learned model holds none. */
import type { DockerInstruction } from '../../documents/dockerfile/dockerfile';
import { unquote } from '../../documents/dockerfile/dockerWords';
import { matchesGlob } from '../../glob';
import { type Place, placeIn } from '../../model/value';
import type { Rule } from '../rule';
import { textList } from '../textList';

const WEIGHTS =
  /\.(pt|pth|onnx|h5|hdf5|keras|pkl|pickle|joblib|caffemodel|safetensors|tflite|ckpt|gguf|ggml|pb|weights)$/i;
const FETCHERS = new Set(['curl', 'wget', 'aria2c', 'gdown', 'huggingface-cli', 'hf', 'modelscope', 'cp', 'mv']);

export const noModelWeights: Rule = {
  id: 'MLPS-BLD-013',
  name: 'no-model-weights',
  severity: 'info',
  profile: 'opt-in',
  kinds: ['dockerfile', 'compose'],
  clauses: ['~8.1.4.4 a', '~8.1.4.5'],
  rows: ['C08'],
  peers: [],
  options: {
    allow: {
      default: [],
      description: {
        en: 'File names that may be there, with `*`, such as the two checked files of a QR detector.',
        'zh-cn': '允许的文件名，可含 `*`，例如二维码检测器的两个已校验文件。',
      },
    },
  },
  title: { en: 'Ship no model weights', 'zh-cn': '不含模型权重' },
  why: {
    en: 'Weight files come from elsewhere, nobody can read them, and several of their formats run code when they are loaded.',
    'zh-cn': '权重文件来自外部，无人能读懂，且多种格式在加载时会执行代码。',
  },
  remedy: {
    en: 'Leave the file out. A known file with a checked sum may be allowed by the option `allow`.',
    'zh-cn': '请去掉该文件。已知且校验过的文件可用选项 `allow` 放行。',
  },
  messages: {
    weights: {
      en: '{file} is a file of model weights, which this image must not contain. Leave it out, or allow it by name.',
      'zh-cn': '{file} 是模型权重文件，该镜像不应包含。请去掉，或按名称放行。',
    },
  },
  check: {
    dockerfile(file, { report, option }) {
      for (const stage of file.stages) {
        if (!file.used.has(stage)) continue;
        for (const outer of stage.instructions) {
          for (const { text, place } of sourcesOf(outer.trigger ?? outer))
            judge(unquote(text), place, textList(option('allow')), report);
        }
      }
    },
    script(script, { report, option }) {
      if (!script.run) return;
      for (const { name, words } of script.commands) {
        if (!FETCHERS.has(name)) continue;
        const word = words.slice(1).find((w) => WEIGHTS.test(pathOf(w.resolved)));
        if (word) judge(word.resolved, placeIn(script, word), textList(option('allow')), report);
      }
    },
  },
};

const sourcesOf = ({ keyword, json, words }: DockerInstruction) =>
  keyword === 'COPY' || keyword === 'ADD' ? (json ?? words).slice(0, -1) : [];

const pathOf = (text: string): string => text.replace(/[?#].*$/, '');

function judge(
  text: string,
  place: Place,
  allowed: readonly string[],
  report: (r: { place: Place; message: string; data: { file: string } }) => void,
): void {
  const name = pathOf(text).replace(/^.*\//, '');
  if (!WEIGHTS.test(name) || allowed.some((glob) => matchesGlob(glob, name))) return;
  report({ place, message: 'weights', data: { file: name } });
}
