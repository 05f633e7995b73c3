/** Lines of large texts. */

export const many = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

/** How an application of Flask begins. */
export const PYTHON = 'from flask import Flask, jsonify, request\nimport cv2\napp = Flask(__name__)\n';
export const VIEW = "@app.route('/')\ndef f():\n";
