/** Rules on web applications: what is left to mlps3, and what is found in both profiles. */
import { describe, expect, it } from 'vitest';
import { rulesOf, testPairs } from './pairs';

const flask = (more: string) => `from flask import Flask, request\n\napp = Flask(__name__)\n${more}`;
const upload = flask('@app.post("/upload")\ndef upload():\n    f = request.files["f"]\n');
const SETTINGS = 'SECRET_KEY = key()\n';

testPairs([
  ['APP-001', ['settings.py', `${SETTINGS}DEBUG = True\n`], ['app.py', flask('app.config["DEBUG"] = True\n')]],
  ['APP-001', ['start.sh', 'flask run --debug\ndocker ps\n'], ['app.py', flask('app.run(debug=True)\n')]],
  [
    'APP-004',
    ['templates/a.html', '<a href="{{ decoded }}">a</a>\n'],
    ['app.py', flask('app.jinja_env.autoescape = False\n')],
  ],
  [
    'UPL-006',
    ['setup.sh', 'chcon -R -t container_file_t /srv/uploads\n'],
    ['setup.sh', 'chcon -R -t httpd_exec_t /srv/uploads\n'],
  ],
  [
    'UPL-006',
    ['setup.sh', "semanage fcontext -a -t container_file_t '/srv/uploads(/.*)?'\n"],
    ['setup.sh', "semanage fcontext -a -t bin_t '/srv/uploads(/.*)?'\nrestorecon -R /srv/uploads\n"],
  ],
]);

/** Controls that are missing, and records: an assessor asks for them, others do not. */
describe.each([
  ['APP-005', 'app.py', flask('app.config["WTF_CSRF_ENABLED"] = False\n')],
  ['APP-006', 'app.py', flask('@app.route("/")\ndef index():\n    return render_template("index.html")\n')],
  ['APP-007', 'app.py', flask('app.config["PROPAGATE_EXCEPTIONS"] = True\n')],
  ['APP-008', 'templates/a.html', '<script src="https://cdn.example.com/a.js"></script>{{ a }}\n'],
  ['UPL-001', 'app.py', `${upload}    f.save("/srv/a")\n`],
  ['UPL-002', 'app.py', `${upload}    f.save("/srv/a")\n`],
  ['UPL-004', 'app.py', `${upload}    f.save("/srv/a")\n`],
  ['UPL-004', 'nginx.conf', 'server {\n  client_max_body_size 0;\n  location / { proxy_pass http://app:8080; }\n}\n'],
  ['UPL-004', 'app.py', flask('app.config["MAX_CONTENT_LENGTH"] = None\n')],
  ['UPL-007', 'compose.yaml', 'services:\n  web:\n    image: app:1\n    volumes: ["/srv/uploads:/app/uploads"]\n'],
  ['UPL-007', 'run.sh', 'docker run -d -v /srv/uploads:/app/uploads app:1\n'],
  ['LOG-008', 'app.py', flask('import logging\nlogging.basicConfig(format="%(message)s")\n')],
  ['LOG-011', 'app.py', flask('@app.post("/a")\ndef a():\n    return ""\n')],
  ['NET-012', 'app.py', flask('app.logger.info("%s", request.headers["X-Forwarded-For"])\n')],
])('%s in %s', (rule, name, text) => {
  it('is told in mlps3 alone', () => {
    expect(rulesOf(name, text, 'mlps3')).toContain(rule);
    expect(rulesOf(name, text, 'recommended')).not.toContain(rule);
  });
});
