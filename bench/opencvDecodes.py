"""Whether this OpenCV decodes QR codes and not only finds them: Debian builds it without the decoder."""
import cv2


def opencvDecodes():
    symbol = cv2.copyMakeBorder(cv2.QRCodeEncoder.create().encode("probe"), 4, 4, 4, 4, cv2.BORDER_CONSTANT, value=255)
    large = cv2.resize(symbol, None, fx=8, fy=8, interpolation=cv2.INTER_NEAREST)
    return cv2.QRCodeDetector().detectAndDecode(large)[0] == "probe"
