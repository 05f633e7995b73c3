/** MLPS-IMG-006: an image with known holes does not get out. */

import { type CiAction, type CiFlow, inputOf, readFlow } from '../../documents/ci/ciFlow';
import { runsAt, runTogether } from '../../documents/ci/ciRuns';
import { isNoImage } from '../../documents/dockerCommand/buildOutput';
import { placeOfWords, type Script } from '../../documents/shell/script';
import { insertAfter, replaceWord } from '../../documents/shell/wordEdits';
import { indentAt, lineBreakOf } from '../../documents/text/lines';
import type { Edit, Place } from '../../model/value';
import { imageAction } from '../../readings/imageCommand';
import { type ImageScan, scansOf } from '../../readings/imageScan';
import { scansOfOthers, unscannedPushes } from '../../readings/scannedImage';
import type { Rule } from '../rule';

export const gateOnImageScan: Rule = {
  id: 'MLPS-IMG-006',
  name: 'gate-on-image-scan',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['ci', 'shell'],
  clauses: ['8.1.4.4 e', '~8.1.9.4 e', '~8.1.9.7 b', '8.1.10.5 a'],
  highRisk: ['~6.4.3.2', '~6.9.3.1'],
  triggers: ['~A-22'],
  rows: ['C83'],
  peers: ['CIS 4.4', 'DI-0004'],
  title: { en: 'Stop images with known vulnerabilities', 'zh-cn': '须拦截含已知漏洞的镜像' },
  why: {
    en: 'A scan that cannot fail is a report nobody has to read. The clauses ask that vulnerabilities be found and repaired in time, and software be tested before it is put into use.',
    'zh-cn': '不会失败的扫描只是一份没人必须看的报告。条款要求及时发现并修补漏洞，并在上线前检测。',
  },
  remedy: {
    en: 'Scan the very reference that is pushed or deployed, before it is, with `--exit-code 1 --severity HIGH,CRITICAL`, and let the job fail.',
    'zh-cn': '在推送或部署之前，对同一引用执行扫描，使用 `--exit-code 1 --severity HIGH,CRITICAL`，并让作业失败。',
  },
  messages: {
    none: {
      en: 'An image is built or pushed here, and nothing scans it. Add a scan that stops the job.',
      'zh-cn': '此处构建或推送镜像，却没有扫描。请添加能中止作业的扫描。',
    },
    apart: {
      en: 'An image is built or pushed here, and the scans in this file take no part in that run. Add one here that stops the job.',
      'zh-cn': '此处构建或推送镜像，而此文件中的扫描不参与这次运行。请在此添加能中止作业的扫描。',
    },
    unscanned: {
      en: '{name} is pushed here, and the scans look at other images. Scan it, too, before the push.',
      'zh-cn': '此处推送 {name}，而扫描的是其他镜像。请在推送之前也扫描它。',
    },
    other: {
      en: 'This scans {image}, and the image that is used here is {other}. Scan the very reference.',
      'zh-cn': '此处扫描 {image}，而实际使用的镜像是 {other}。请扫描同一引用。',
    },
    cannotFail: {
      en: 'This scan succeeds whatever it finds. Let it fail for serious findings.',
      'zh-cn': '无论发现什么，此扫描都会成功。请让严重问题导致失败。',
    },
    overlooked: {
      en: 'This overlooks the failure of the scan, so it stops nothing. Remove it, or suppress single findings in the scanner.',
      'zh-cn': '此处忽略扫描失败，因而什么都拦不住。请移除，或在扫描器中逐条豁免。',
    },
    fail: { en: 'Fail for serious findings', 'zh-cn': '发现严重问题时失败' },
  },
  check: {
    script(script, { report }) {
      if (script.run) return;
      const flow = readFlow(script.pipeline?.root);
      const scans = scansOf(script, flow);
      const told = new Set<number>();
      for (const { overlooked } of scans) {
        if (!overlooked || told.has(overlooked.start)) continue;
        told.add(overlooked.start);
        report({ place: overlooked, message: 'overlooked' });
      }
      // A list for people beside a scan of the same image that can fail is as it should be.
      const gates = scans.filter(({ fails }) => fails !== false);
      for (const scan of scans) {
        if (scan.fails !== false || gates.some((gate) => mayBeSame(gate, scan))) continue;
        report({
          place: scan.place,
          message: 'cannotFail',
          fixes: () => [{ safe: false, title: 'fail', edits: makeFail(script, scan) }],
        });
      }
      for (const { scan, image, other } of scansOfOthers(script, scans))
        report({ place: scan.place, message: 'other', data: { image, other } });
      const made = script.pipeline ? firstMade(script, flow, scans) : undefined;
      if (made) {
        const message = scans.length === 0 ? 'none' : 'apart';
        report({ place: made, message, severity: flow.open ? 'info' : undefined });
        return;
      }
      for (const { command, name } of unscannedPushes(script, scans))
        report({ place: placeOfWords(script, command.words), message: 'unscanned', data: { name } });
    },
  },
};

const mayBeSame = (a: ImageScan, b: ImageScan): boolean =>
  a.image === undefined || b.image === undefined || a.image === b.image;

const BUILDERS =
  /^(docker\/(build-push|bake)-action|redhat-actions\/(buildah-build|push-to-registry)|mr-smithers-excellent\/docker-build-push|elgohr\/publish-docker-github-action)$/;

/** Not into files or a cache alone, and not only checked. */
function makesImage(action: CiAction): boolean {
  const outputs =
    inputOf(action, 'outputs')
      ?.text.split('\n')
      .filter((line) => line.trim() !== '') ?? [];
  const call = inputOf(action, 'call')?.text ?? 'build';
  return call === 'build' && !(outputs.length > 0 && outputs.every(isNoImage));
}

/** The first push, else the first build, of those that no scan runs together with. */
function firstMade(script: Script, flow: CiFlow, scans: readonly ImageScan[]): Place | undefined {
  const all = scans.map(({ place }) => runsAt(flow.conditions, place.start));
  // Of the few that there are, one of each.
  const runs = [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
  const isAlone = ({ start }: Place) => {
    const own = runsAt(flow.conditions, start);
    return !runs.some((other) => runTogether(own, other));
  };
  const acts = script.commands.flatMap((command) => {
    const act = imageAction(command);
    return act && isAlone(placeOfWords(script, act.words)) ? [act] : [];
  });
  const act = acts.find((a) => a.action === 'push') ?? acts.find((a) => a.action === 'build');
  if (act) return placeOfWords(script, act.words);
  return flow.actions.find((a) => BUILDERS.test(a.name) && makesImage(a) && isAlone(a.value.place))?.value.place;
}

function makeFail(script: Script, { command, action }: ImageScan): Edit[] | undefined {
  if (command?.zero) return replaceWord(script, command.command, command.zero, '1');
  if (command) return insertAfter(script, command.command, command.verb, command.option);
  const given = action && inputOf(action, 'exit-code');
  const value = action?.name === 'docker/scout-action' ? 'true' : "'1'";
  if (given) return [{ ...given.place, newText: value }];
  const { inputs, name } = action ?? {};
  if (inputs?.kind !== 'map' || inputs.flow || inputs.pairs.length === 0 || name === 'anchore/scan-action')
    return undefined;
  const { uri, start } = inputs.pairs[0]!.keyPlace;
  const indent = indentAt(script.text, start);
  return [{ uri, start, end: start, newText: `exit-code: ${value}${lineBreakOf(script.text)}${indent}` }];
}
