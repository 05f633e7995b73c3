/** Texts by their size: one of the fourfold size may take little more than four times as long. */
import { grownRuns } from './grownRuns';
import { many, PYTHON, VIEW } from './many';

export const grownTexts: [subject: string, name: string, size: number, make: (size: number) => string][] = [
  [
    'anchors far from the top of the file',
    'compose.yaml',
    2000,
    (size) => `services:\n  a:\n    image: x\n    labels:\n${many(size, (i) => `      k${i}: &a${i} v\n`)}`,
  ],
  [
    'services that share their variables',
    'compose.yaml',
    400,
    (size) =>
      `x-a: &a\n${many(size, (i) => `  k${i}: v\n`)}services:\n${many(size, (i) => `  a${i}:\n    environment: *a\n    restart: always\n`)}`,
  ],
  [
    'routes of Traefik',
    'compose.yaml',
    300,
    (size) =>
      `services:\n  traefik:\n    image: traefik:v3\n    command:\n${many(size, (i) => `      - --entrypoints.e${i}.address=:${i + 1}\n`)}    ports: ["1-65535:1-65535"]\n  app:\n    image: app:1\n    labels:\n${many(size, (i) => `      - traefik.http.routers.r${i}.entrypoints=e${i}\n      - traefik.http.routers.r${i}.middlewares=m${i}\n`)}`,
  ],
  [
    'blocks and comments of Alloy',
    'config.alloy',
    3000,
    (size) => `loki.write "a" {\n${'endpoint { url = "http://h.example" /* " \n'.repeat(size)}${'/*"`'.repeat(size)}`,
  ],
  [
    'headers that nginx passes on as they were sent',
    'nginx.conf',
    1000,
    (size) =>
      `http {\nserver {\nlisten 443 ssl;\n${many(size, (i) => `location /${i} { proxy_set_header X-Real-IP $http_x_real_ip; proxy_pass http://a; }\n`)}}\n}\n`,
  ],
  [
    'routes of Traefik in a file',
    'traefik.yml',
    2000,
    (size) =>
      `entryPoints:\n  web:\n    address: ":80"\nhttp:\n  routers:\n${many(size, (i) => `    r${i}: {rule: Host(x), tls: ${i % 2 === 0}}\n`)}`,
  ],
  [
    'typed lines of one session',
    'README.md',
    1000,
    (size) => `\`\`\`console\n${'$ true\noutput\n'.repeat(size * 4)}\`\`\`\n`,
  ],
  ['brackets that stay open', 'Jenkinsfile', 2000, (size) => "withEnv(['A=b' ".repeat(size)],
  ['blanks behind a step', 'Jenkinsfile', 5000, (size) => `sh${' '.repeat(size)}`],
  ['folders within each other', 'Dockerfile', 1000, (size) => `FROM alpine\n${many(size, (i) => `WORKDIR a${i}\n`)}`],
  [
    'variables of a Dockerfile',
    'Dockerfile',
    500,
    (size) => `FROM alpine\n${many(size, (i) => `ENV A${i}=b C=$A${i - 1}\nRUN echo $A${i} $A0 | sh\n`)}`,
  ],
  [
    'handlers of exceptions within each other',
    'app.py',
    5,
    (size) =>
      `${PYTHON}${many(size, (i) => `${' '.repeat(i)}try: a()\n${' '.repeat(i)}except E:\n`)}${' '.repeat(size)}a()\n`,
  ],
  [
    'conditions that lack their end',
    'app.py',
    5,
    (size) => `${PYTHON}x = ${'('.repeat(size)}a${' if b else)'.repeat(size)}\n`,
  ],
  [
    'answers in answers in handlers in handlers',
    'app.py',
    12,
    (size) =>
      `${PYTHON}@app.route('/')\ndef f():\n${many(size, (i) => `${' '.repeat(i + 1)}try: pass\n${' '.repeat(i + 1)}except E as e:\n${' '.repeat(i + 2)}m = ${'jsonify('.repeat(size)}m, m, e${')'.repeat(size)}\n`)}${' '.repeat(size + 1)}return m\n`,
  ],
  [
    'routes of one name',
    'app.py',
    400,
    (size) => `${PYTHON}${many(size, () => "app.add_url_rule('/', 'x', f)\ndef f(): pass\n")}`,
  ],
  [
    'a file that is saved again and again',
    'app.py',
    250,
    (size) => PYTHON + `${VIEW}${many(size, () => "    f = request.files['a']\n    f.save(f.filename)\n")}`,
  ],
  [
    'parameters that are saved',
    'app.py',
    700,
    (size) => PYTHON + `def g(file):\n${many(size, () => '    x.save(file.filename)\n')}`,
  ],
  [
    'checks of one function that saves',
    'app.py',
    350,
    (size) =>
      PYTHON +
      `${VIEW}    f = request.files['a']\n${many(size, () => '    f.save("x")\n')}${many(size, () => '    if a == b: c(d)\n')}`,
  ],
  [
    'pictures that are asked for',
    'app.py',
    300,
    (size) => PYTHON + many(size, () => 'try: a = cv2.imread(b)\nexcept: pass\nif c is d: pass\n'),
  ],
  [
    'tools for debugging',
    'app.py',
    1000,
    (size) =>
      PYTHON + `from flask_debugtoolbar import DebugToolbarExtension\n${many(size, () => 'DebugToolbarExtension()\n')}`,
  ],
  [
    'settings of an application',
    'app.py',
    250,
    (size) =>
      PYTHON +
      many(
        size,
        () => "app.config['DEBUG'] = True\napp.config['TESTING'] = False\napp.config['WTF_CSRF_ENABLED'] = False\n",
      ),
  ],
  [
    'classes of settings',
    'app.py',
    600,
    (size) => PYTHON + `class C:\n  DEBUG = 1\n${many(size, (i) => `class Prod${i}(C):\n  DEBUG = 1\n`)}`,
  ],
  [
    'bases of one class',
    'app.py',
    1500,
    (size) =>
      PYTHON + `class A(${many(size, () => 'B, ')}C):\n${many(size, () => '  DEBUG = 1\n  def g(self): pass\n')}`,
  ],
  [
    'logins to databases',
    'app.py',
    800,
    (size) =>
      PYTHON +
      `import pymysql\nD = {${many(size, (i) => `'a${i}': 1, `)}}\n${many(size, () => 'pymysql.connect(**D)\n')}`,
  ],
  [
    'one list of many settings',
    'app.py',
    1500,
    (size) => PYTHON + `A = [${many(size, () => '1, ')}]\n${many(size, () => "app.config['DEBUG'] = A\n")}`,
  ],
  [
    'one text of many answers',
    'app.py',
    700,
    (size) =>
      PYTHON +
      `${VIEW}  try: pass\n  except E as e:\n    m = [${many(size, () => 'str(e), ')}]\n${many(size, () => '    return m\n')}`,
  ],
  ['builds of one pipeline', 'Jenkinsfile', 500, (size) => many(size, (i) => `docker.build('a${i}', '--pull .')\n`)],
  ...grownRuns,
];
