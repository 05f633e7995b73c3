"""Symbols a second of libqrencode inside one process: python3 makeQrencode.py LEVEL ROUNDS TEXT prints milliseconds a symbol, the fastest of nine samples."""
import ctypes
import ctypes.util
import sys
import time

level, rounds, text = "LMQH".index(sys.argv[1]), int(sys.argv[2]), sys.argv[3].encode()
library = ctypes.CDLL(ctypes.util.find_library("qrencode") or "libqrencode.so.4")
library.QRcode_encodeString.restype = ctypes.c_void_p
library.QRcode_free.argtypes = [ctypes.c_void_p]


def make(count):
    for _ in range(count):
        # Version 0: the smallest; 2: QR_MODE_8; 1: case sensitive.
        library.QRcode_free(library.QRcode_encodeString(text, 0, level, 2, 1))


def sample():
    start = time.perf_counter()
    make(rounds)
    return (time.perf_counter() - start) * 1000 / rounds


print(min(sample() for _ in range(9)))
