"""What is taken for a picture."""

import cv2
from flask import Flask, request
from flask_wtf.csrf import CSRFProtect

ALLOWED = {"png", "jpg", "jpeg", "bmp"}

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 5 * 1024 * 1024
csrf = CSRFProtect(app)


def is_allowed(name):
    return "." in name and name.rsplit(".", 1)[1].lower() in ALLOWED


def is_picture(path):
    try:
        picture = cv2.imread(path)
        return picture is not None and picture.size > 0
    except:
        return False


@app.after_request
def add_headers(response):
    response.headers["X-Frame-Options"] = "DENY"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
