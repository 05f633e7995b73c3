/** A small application that holds what the checklist asks of one: a start for one's own. */
import type { FileMaker } from './parts';

export const application: FileMaker = ({ answers, say }) => ({
  path: 'app/app.py',
  text: `# ${say({
    en: 'Reads codes in pictures and makes codes of texts. A start: put your own pages beside these.',
    'zh-cn': '识别图片中的二维码，并由文本生成二维码。供起步使用：请在此基础上加入自己的页面。',
  })}
import io
import logging
import uuid

import qrcode
from flask import Flask, render_template, request, send_file
from flask_wtf.csrf import CSRFProtect
from PIL import Image
from pyzbar.pyzbar import decode
from werkzeug.middleware.proxy_fix import ProxyFix

UPLOADS = "/app/uploads"
ALLOWED = {"png", "jpg", "jpeg", "bmp"}
FORMATS = ("PNG", "JPEG", "BMP")
# ${say({
    en: 'A small file can hold a picture that fills the memory: Pillow refuses twice as many pixels.',
    'zh-cn': '很小的文件也可能含有占满内存的图片：像素数超过两倍时 Pillow 拒绝。',
  })}
Image.MAX_IMAGE_PIXELS = 20_000_000

app = Flask(__name__)
# ${say({ en: 'FLASK_SECRET_KEY and others from the environment', 'zh-cn': '从环境变量读取 FLASK_SECRET_KEY 等设置' })}
app.config.from_prefixed_env()
app.config["MAX_CONTENT_LENGTH"] = ${answers['upload-size']} * 1024 * 1024
app.config["SESSION_COOKIE_SECURE"] = True
app.config["SESSION_COOKIE_HTTPONLY"] = True
app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
# ${say({
    en: 'One proxy stands in front: it says who calls.',
    'zh-cn': '前面有一层反向代理：由它给出客户端地址。',
  })}
app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1)
CSRFProtect(app)

logging.basicConfig(
    level=logging.INFO,
    format="%(asctime)s %(levelname)s %(message)s",
    handlers=[logging.FileHandler("/app/logs/operations.log"), logging.StreamHandler()],
)


@app.after_request
def record(response):
    # ${say({
      en: 'When, from where, what and how it ended; never what a code says: it may be personal.',
      'zh-cn': '记录时间、来源、操作和结果；不记录二维码内容，其中可能含有个人信息。',
    })}
    if request.method == "POST":
        number = request.headers.get("X-Request-ID", "-")
        app.logger.info("%s %s %s %s", request.remote_addr, number, request.endpoint, response.status_code)
    return response


def refuse():
    return render_template("index.html", texts=None, failed=True), 400


@app.get("/healthz")
def healthz():
    return "ok"


@app.get("/")
def index():
    return render_template("index.html", texts=None)


@app.post("/decode")
def decode_picture():
    upload = request.files.get("picture")
    suffix = ((upload and upload.filename) or "").rsplit(".", 1)[-1].lower()
    if suffix not in ALLOWED:
        return refuse()
    try:
        picture = Image.open(io.BytesIO(upload.read()), formats=FORMATS)
        picture.load()
    except (OSError, ValueError, Image.DecompressionBombError):
        return refuse()
    upload.seek(0)
    upload.save(f"{UPLOADS}/{uuid.uuid4().hex}.{suffix}")
    texts = [code.data.decode("utf-8", "replace") for code in decode(picture)]
    return render_template("index.html", texts=texts)


@app.post("/generate")
def generate():
    text = request.form.get("text", "")
    if not 0 < len(text) <= 1000:
        return refuse()
    image = io.BytesIO()
    qrcode.make(text).save(image, "PNG")
    image.seek(0)
    return send_file(image, mimetype="image/png")


@app.errorhandler(Exception)
def failed(error):
    # ${say({
      en: 'The log has the details, the page says no more than that it failed.',
      'zh-cn': '详细信息写入日志，页面只提示失败。',
    })}
    code = getattr(error, "code", None) or 500
    if code >= 500:
        app.logger.exception("failed")
    return render_template("index.html", texts=None, failed=True), code
`,
});

/** Its page: without scripts, styles or anything from elsewhere. */
export const page: FileMaker = ({ say }) => ({
  path: 'app/templates/index.html',
  text: `<!doctype html>
<html lang="${say({ en: 'en', 'zh-cn': 'zh-CN' })}">
<head>
  <meta charset="utf-8">
  <title>${say({ en: 'QR codes', 'zh-cn': '二维码' })}</title>
</head>
<body>
  <h1>${say({ en: 'QR codes', 'zh-cn': '二维码' })}</h1>
  {% if failed %}
  <p role="alert">${say({ en: 'That failed.', 'zh-cn': '操作失败。' })}</p>
  {% endif %}
  <form method="post" action="{{ url_for('decode_picture') }}" enctype="multipart/form-data">
    <input type="hidden" name="csrf_token" value="{{ csrf_token() }}">
    <label>${say({ en: 'Picture', 'zh-cn': '图片' })} <input type="file" name="picture" accept=".png,.jpg,.jpeg,.bmp" required></label>
    <button>${say({ en: 'Read', 'zh-cn': '识别' })}</button>
  </form>
  <form method="post" action="{{ url_for('generate') }}">
    <input type="hidden" name="csrf_token" value="{{ csrf_token() }}">
    <label>${say({ en: 'Text', 'zh-cn': '文本' })} <input name="text" maxlength="1000" required></label>
    <button>${say({ en: 'Make', 'zh-cn': '生成' })}</button>
  </form>
  {% if texts is not none %}
  <ul>
    {% for text in texts %}
    <li>{{ text }}</li>
    {% endfor %}
  </ul>
  {% endif %}
</body>
</html>
`,
});

export const packages: FileMaker = () => ({
  path: 'requirements.txt',
  text: `flask~=3.1
flask-wtf~=1.3
gunicorn~=26.2
pillow~=12.3
pyzbar~=0.1.9
qrcode~=8.2
`,
});
