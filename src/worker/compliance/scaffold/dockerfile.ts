/** The image of the application: slim, by digest, without root. */
import { APP_USER, type FileMaker, PYTHON_IMAGE } from './parts';

export const dockerfile: FileMaker = ({ answers, say }) => {
  const digest = answers['python-digest'];
  const base = digest ? `FROM ${PYTHON_IMAGE}@${digest}` : `ARG PYTHON_DIGEST\nFROM ${PYTHON_IMAGE}@\${PYTHON_DIGEST}`;
  return {
    path: 'Dockerfile',
    text: `# ${say({
      en: 'The base image is named by its digest: a tag can be moved to another image.',
      'zh-cn': '基础镜像按摘要指定：标签可能被移到其他镜像。',
    })}
${base}
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
WORKDIR /app
# ${say({
      en: 'pyzbar reads symbols with this library; nothing else is installed.',
      'zh-cn': 'pyzbar 依赖此库识别二维码；不安装其他软件包。',
    })}
RUN apt-get update \\
 && apt-get install -y --no-install-recommends libzbar0 \\
 && rm -rf /var/lib/apt/lists/*
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt
COPY app/ ./
USER ${APP_USER}:${APP_USER}
EXPOSE ${answers.port}
HEALTHCHECK --interval=30s --timeout=5s CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:${answers.port}/healthz')"]
# ${say({
      en: 'app:app is the Flask application in app/app.py. The access log names the client, whose address the proxy sends.',
      'zh-cn': 'app:app 指 app/app.py 中的 Flask 应用。访问日志记录由反向代理传来的客户端地址。',
    })}
CMD ["gunicorn", "--bind", "0.0.0.0:${answers.port}", "--workers", "2", "--worker-tmp-dir", "/tmp", "--access-logfile", "-", "--access-logformat", "%(t)s %({x-forwarded-for}i)s %(u)s \\"%(r)s\\" %(s)s %(b)s", "app:app"]
`,
  };
};
