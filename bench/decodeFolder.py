"""Reads the QR codes of many pictures with pyzbar, and what it leaves with OpenCV when that decodes: PROCESSES FILE...; prints the number of pictures with a text."""
import sys
from multiprocessing import Pool

import cv2
from opencvDecodes import opencvDecodes
from pyzbar import pyzbar

cv2.setNumThreads(1)
HAS_DECODER = opencvDecodes()


def reads(file):
    gray = cv2.imread(file, cv2.IMREAD_GRAYSCALE)
    if gray is None:
        return False
    if pyzbar.decode(gray, symbols=[pyzbar.ZBarSymbol.QRCODE]):
        return True
    if not HAS_DECODER:
        return False
    found, texts, _, _ = cv2.QRCodeDetector().detectAndDecodeMulti(gray)
    return found and any(texts)


if __name__ == "__main__":
    with Pool(int(sys.argv[1])) as pool:
        print(sum(pool.imap_unordered(reads, sys.argv[2:], chunksize=4)))
