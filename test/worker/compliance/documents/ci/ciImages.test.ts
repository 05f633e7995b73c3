/** Images of pipelines: where each CI system takes one, and nowhere else. */
import { describe, expect, it } from 'vitest';
import { readPipeline } from '../../../../../src/worker/compliance/documents/ci/ciYaml';

const images = (uri: string, text: string) => readPipeline(`file:///w/${uri}`, text).images;
const texts = (uri: string, text: string) => images(uri, text).map((i) => i.resolved);

const GITHUB = `on: push
env: {image: no}
jobs:
  image:
    strategy: {matrix: {include: [{image: no, container: no}], image: [no]}}
    container: a:1
    services: {db: {image: "b:\${{ x }}", env: {image: no}}}
    outputs: {image: no}
    with: {image: no}
    steps:
      - uses: docker://c:1
      - uses: "docker://d:1"
      - uses: acme/build@v1
        with: {image: no, container: no}
        env: {image: no}
  box:
    container: {image: e:1, credentials: {image: no}}
    env: {container: no}
  plain: {uses: ./x.yml, with: {image: no}}
  unknown: {container: "\${{ matrix.image }}"}
`;

describe('images of', () => {
  it('GitHub Actions', () => {
    expect(texts('.github/workflows/a.yml', GITHUB)).toEqual(['a:1', 'b:\ufffc', 'c:1', 'd:1', 'e:1', '\ufffc']);
    for (const { place, known } of images('.github/workflows/a.yml', GITHUB))
      if (known) expect(GITHUB.slice(place.start, place.end).replace(/"/g, '')).toBe(known);
  });

  it.each<[string, string, string, string[]]>([
    [
      'an action',
      '.github/actions/x/action.yml',
      'runs: {using: docker, image: "docker://a:1", args: [image]}\n',
      ['a:1'],
    ],
    [
      'an action built here',
      '.github/actions/x/action.yml',
      'inputs: {image: {default: no}}\nruns: {using: docker, image: Dockerfile}\n',
      [],
    ],
    [
      'a composite action',
      '.github/actions/x/action.yml',
      'runs: {using: composite, steps: [{uses: docker://a:1}]}\n',
      ['a:1'],
    ],
    [
      'GitLab CI',
      '.gitlab-ci.yml',
      'image: {name: a:1, entrypoint: [""]}\nservices: [b:1, {name: c:1, alias: db}]\ndefault: {image: d:1}\nvariables: {image: no, services: [no]}\n' +
        '.base: {image: e:1}\njob:\n  extends: .base\n  image: "$CI/f:1"\n  services: [g:1]\n  variables: {image: no}\n  parallel: {matrix: [{image: no}]}\n  artifacts: {image: no}\n',
      ['a:1', 'b:1', 'c:1', 'd:1', 'e:1', '\ufffc/f:1', 'g:1'],
    ],
    [
      'CircleCI',
      '.circleci/config.yml',
      'version: 2.1\nexecutors: {x: {docker: [{image: a:1, name: db}]}}\njobs:\n  j:\n    docker: [{image: b:1}, {image: c:1, environment: {image: no}}]\n' +
        '    machine: {image: ubuntu-2404:current}\n    parameters: {image: {default: no}}\n    steps: [{run: {command: x}}]\n',
      ['a:1', 'b:1', 'c:1'],
    ],
    [
      'Azure',
      'azure-pipelines.yml',
      'resources: {containers: [{container: box, image: a:1}]}\ncontainer: box\nvariables: {image: no}\njobs:\n  - job: j\n    container: b:1\n    pool: {vmImage: no, image: no}\n' +
        '    steps: [{task: Docker@2, inputs: {image: no, container: no}}]\n  - ${{ if eq(1, 1) }}:\n      - job: k\n        container: {image: c:1}\n',
      ['a:1', 'b:1', 'c:1'],
    ],
    [
      'Bitbucket',
      'bitbucket-pipelines.yml',
      'image: a:1\ndefinitions: {services: {db: {image: b:1, variables: {image: no}}}, steps: [{step: {image: {name: c:1}}}]}\n' +
        'pipelines: {default: [{step: {image: d:1, script: [x]}}, {parallel: [{step: {image: e:1, script: [{pipe: p, variables: {image: no}}]}}]}]}\n',
      ['a:1', 'b:1', 'c:1', 'd:1', 'e:1'],
    ],
    [
      'Drone',
      '.drone.yml',
      'kind: pipeline\nsteps:\n  - {name: x, image: a:1, settings: {image: no}, commands: [y]}\nservices: [{name: db, image: b:1}]\n',
      ['a:1', 'b:1'],
    ],
    [
      'Woodpecker',
      '.woodpecker.yml',
      'steps:\n  x: {image: a:1, environment: {image: no}}\nservices: {db: {image: b:1}}\nmatrix: {image: [no]}\n',
      ['a:1', 'b:1'],
    ],
  ])('%s', (_, uri, text, expected) => expect(texts(uri, text)).toEqual(expected));

  it.each<[string, string, string, string[]]>([
    [
      'GitLab, of the file or a job, in both forms',
      '.gitlab-ci.yml',
      'variables: {A: "a:1", B: {value: "b:$V"}, V: "2"}\nimage: $A\nj: {image: {name: "${B}"}, services: [$C], variables: {C: c:1}, script: x}\n',
      ['a:1', 'b:2', 'c:1'],
    ],
    [
      'GitLab, but not what is set twice, by a command, or is a secret',
      '.gitlab-ci.yml',
      'variables: {A: a:1, B: b:1, PASSWORD: c}\nj: {image: $A, variables: {A: a:2}}\nk: {image: $B, script: export B=x}\nl: {image: $PASSWORD}\nm: {image: $NONE}\n',
      ['\ufffc', '\ufffc', '\ufffc', '\ufffc'],
    ],
    ['names that name each other', '.gitlab-ci.yml', 'variables: {A: $B, B: $A}\nimage: $A\n', ['\ufffc']],
    [
      'CircleCI, of the pipeline alone',
      '.circleci/config.yml',
      'parameters: {a: {default: "a:1"}}\njobs:\n  j:\n    docker:\n      - image: << pipeline.parameters.a >>\n      - image: <<parameters.b>>\n',
      ['a:1', '\ufffc'],
    ],
    [
      'Azure, in both forms',
      'azure-pipelines.yml',
      'variables:\n  - {name: a, value: "a:1"}\nresources:\n  containers: [{container: x, image: $(a)}, {container: y, image: $(b)}]\njobs: [{job: j, variables: {b: "b:1"}}]\n',
      ['a:1', 'b:1'],
    ],
  ])('variables of %s', (_, uri, text, expected) => expect(texts(uri, text)).toEqual(expected));

  it.each<[string, string, string, string[]]>([
    [
      'GitHub',
      '.github/workflows/a.yml',
      'jobs:\n  j:\n    strategy: {matrix: {image: ["a:1", "b:1"], box: [{image: c:1}], include: [{image: d:1}, {n: 1}]}}\n' +
        '    container: ${{ matrix.image }}\n    services: {x: {image: "${{ matrix.box.image }}"}}\n  k: {container: "${{ matrix.image }}"}\n',
      ['a:1', 'b:1', 'c:1', 'd:1'],
    ],
    [
      'GitLab',
      '.gitlab-ci.yml',
      'j:\n  image: $BOX\n  parallel: {matrix: [{BOX: [a:1, b:1]}, {BOX: c:1, V: d:1}]}\n',
      ['a:1', 'b:1', 'c:1'],
    ],
    ['Woodpecker', '.woodpecker.yml', 'matrix: {BOX: [a:1, b:1]}\nsteps:\n  x: {image: "${BOX}"}\n', ['a:1', 'b:1']],
  ])('the matrix of %s, which a job tests with', (_, uri, text, expected) => {
    const { images: all, services } = readPipeline(`file:///w/${uri}`, text);
    const known = all.filter((image) => image.known !== undefined);
    expect(known.map(({ resolved }) => resolved)).toEqual(expected);
    expect(known.every((image) => services.includes(image))).toBe(true);
    for (const { place, resolved } of known)
      expect(text.slice(place.start, place.end).replace(/"/g, '')).toBe(resolved);
  });

  it('a shared anchor once', () => {
    expect(texts('.gitlab-ci.yml', '.x: &x {image: a:1}\nj: {<<: *x}\nk: *x\n')).toEqual(['a:1']);
  });
});
