/** Large workspaces as an assessment is given them, at the price of a small one. */
import type { AssessInput } from '../../../../src/worker/compliance/assess/assess';
import type { AssessedFile } from '../../../../src/worker/compliance/assess/assessedFile';
import type { Finding } from '../../../../src/worker/protocol/finding';
import { treeInput } from './assessTree';

/** Faults of the usual sorts, about nine a file. */
const PROJECT: Readonly<Record<string, string>> = {
  'compose.yaml': `services:
  web:
    image: nginx:latest
    privileged: true
    ports: ["0.0.0.0:8080:80"]
  db:
    image: postgres
    environment:
      POSTGRES_PASSWORD: geheim-4711
`,
  Dockerfile: 'FROM node:latest\nADD . /app\nRUN apt-get install -y telnet curl\nCMD ["node", "app"]\n',
  'nginx.conf': 'server {\n  listen 80;\n  server_tokens on;\n  location / { proxy_pass http://web; }\n}\n',
  sshd_config: 'PermitRootLogin yes\nPasswordAuthentication yes\n',
  'deploy.sh': 'docker run -d --privileged -p 80:80 app:latest\nchmod -R 777 /uploads\nsetenforce 0\n',
  'app.py': `from flask import Flask, request
app = Flask(__name__)
@app.route("/upload", methods=["POST"])
def upload():
    f = request.files["f"]
    f.save("/uploads/" + f.filename)
    return "ok"
app.run(host="0.0.0.0", debug=True)
`,
  '.gitlab-ci.yml': 'build:\n  script:\n    - docker build -t app:latest .\n    - docker push app:latest\n',
  'daemon.json': '{"insecure-registries": ["registry:5000"], "log-driver": "json-file"}\n',
  crontab: '0 2 * * * root find /app/uploads -mtime +7 -delete\n',
  'app.service': '[Service]\nExecStart=/usr/bin/docker run --name app --privileged nginx:latest\n',
};

/** So many lines below. */
function onLine(finding: Finding, down: number): Finding {
  const { start, end } = finding.range;
  const range = { start: { ...start, line: start.line + down }, end: { ...end, line: end.line + down } };
  return { ...finding, range, fingerprint: `${finding.fingerprint}${down || ''}` };
}

export const FILES_OF_A_PROJECT = Object.keys(PROJECT).length;

/**
 * One project, judged once, stands in so many folders.
 * @param times each finding stands so often, on lines of its own
 */
export function manyFiles(projects: number, times = 1): AssessInput {
  const one = treeInput(Object.fromEntries(Object.entries(PROJECT).map(([name, text]) => [`project-0/${name}`, text])));
  const judged = one.files.map(({ findings, described, ...file }): AssessedFile => {
    const repeated = Array.from({ length: times }, (_, i) => findings.map((finding) => onLine(finding, i * 100)));
    const excerpts = Array.from({ length: times }, () => described.excerpts);
    return { ...file, findings: repeated.flat(), described: { ...described, excerpts: excerpts.flat() } };
  });
  const written = JSON.stringify(judged);
  return {
    ...one,
    files: Array.from({ length: projects }, (_, i) => i).flatMap(
      (i) => JSON.parse(written.replaceAll('project-0', `project-${i}`)) as AssessedFile[],
    ),
  };
}
