"""
The engines of Python for bench/decode/pythonEngine.ts: ENGINE. A line of base64 (a picture file) in, a line of JSON out: number, ms, reads.
Ends with status 1 when this machine has no such engine.
"""
import base64
import json
import os
import sys
import time

sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import cv2
import numpy as np
from opencvDecodes import opencvDecodes

# Libraries write to the standard output too: the answers get their own way out.
answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)
cv2.setNumThreads(1)


def with_pyzbar():
    from pyzbar import pyzbar

    def read(gray):
        for symbol in pyzbar.decode(gray, symbols=[pyzbar.ZBarSymbol.QRCODE]):
            yield symbol.data.decode("utf-8", "replace"), np.mean([(p.x, p.y) for p in symbol.polygon], axis=0)

    return read


def with_opencv():
    if not opencvDecodes():
        sys.exit("this OpenCV has no decoder")
    detector = cv2.QRCodeDetector()

    def read(gray):
        found, texts, places, _ = detector.detectAndDecodeMulti(gray)
        for text, corners in zip(texts, places) if found else ():
            if text:
                yield text, corners.mean(axis=0)

    return read


read = {"pyzbar": with_pyzbar, "opencv": with_opencv}[sys.argv[1]]()
print(json.dumps({"number": 0}), file=answers, flush=True)
for number, line in enumerate(sys.stdin.buffer, 1):
    gray = cv2.imdecode(np.frombuffer(base64.b64decode(line), np.uint8), cv2.IMREAD_GRAYSCALE | cv2.IMREAD_IGNORE_ORIENTATION)
    started = time.process_time()
    answer = {"number": number}
    try:
        answer["reads"] = [{"text": text, "centre": [float(v) for v in centre]} for text, centre in read(gray)]
    except Exception as error:
        answer["error"] = str(error)
    answer["ms"] = (time.process_time() - started) * 1000
    print(json.dumps(answer), file=answers, flush=True)
