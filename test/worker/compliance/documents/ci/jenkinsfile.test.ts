/** Shell steps of Jenkinsfiles. */
import { describe, expect, it } from 'vitest';
import { edited, runs, words } from '../embeddedShell';

describe('Jenkinsfile', () => {
  it('reads sh steps of every form, and nothing else', () => {
    const text = `pipeline {
  // sh 'docker run comment'
  /* sh 'docker run comment' */
  stages { stage('sh') { steps {
    sh 'docker run a:1'
    sh "docker run -e V=\${env.V} a:2 \\$HOME"
    sh(script: 'docker run a:3', returnStdout: true).trim()
    sh label: 'x', script: """
      docker run \\
        a:4
      docker run $IMAGE """
    sh(returnStatus: true, script: '''docker run 'a:5' \\'x\\' ''')
    echo 'docker run no'
    foo.sh 'docker run no'
    shell 'docker run no'
    sh command
    sh 'docker run open
  }}}
}
`;
    expect(words('jenkins', text).map((w) => w.join(' '))).toEqual([
      'docker run a:1',
      'docker run -e V=\ufffc a:2 \ufffc',
      'docker run a:3',
      'docker run a:4',
      'docker run \ufffc',
      'docker run a:5 x',
      'docker run open',
    ]);
  });

  it('places images and writes fixes where quoting allows', () => {
    const text = "node {\n  sh 'docker run \\'a:1\\''\n  sh 'docker run b:1'\n}\n";
    const [first, second] = runs('jenkins', text);
    expect(text.slice(first!.container.image!.place.start, first!.container.image!.place.end)).toBe('a:1');
    expect(edited(text, second!.container.writer.add([{ kind: 'readOnly' }]))).toContain(
      "sh 'docker run --read-only b:1'",
    );
  });
});
