"""Reads the QR codes of many pictures with OpenCV and pyzbar: PROCESSES FILE...; prints the number of pictures with a text."""
import sys
from multiprocessing import Pool

import cv2
from pyzbar import pyzbar

cv2.setNumThreads(1)


def reads(file):
    gray = cv2.imread(file, cv2.IMREAD_GRAYSCALE)
    if gray is None:
        return False
    if pyzbar.decode(gray, symbols=[pyzbar.ZBarSymbol.QRCODE]):
        return True
    found, texts, _, _ = cv2.QRCodeDetector().detectAndDecodeMulti(gray)
    return found and any(texts)


if __name__ == "__main__":
    with Pool(int(sys.argv[1])) as pool:
        print(sum(pool.imap_unordered(reads, sys.argv[2:], chunksize=4)))
