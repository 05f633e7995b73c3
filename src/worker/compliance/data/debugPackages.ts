/** Packages that show or stop a running application, by what is to be said of them. */

/** Of a web application: everybody who visits it sees them. */
const OF_PAGES =
  /^(?:flask-debugtoolbar(?:-.+)?|flask-debug|flask-debug-api|flask-profiler|flask-pyinstrument|quart-debugtoolbar|werkzeug-debugger-runtime|fastapi-debug-toolbar|fastapi-debugtoolbar|pyramid-debugtoolbar|web-pdb|wdb|flask-pdb)$/;

/** Of whoever develops it: nothing listens until somebody calls them. */
const OF_DEVELOPERS =
  /^(?:django-debug-toolbar(?:-.+)?|django-silk|ipdb|pudb|pdbpp|rpdb|remote-pdb|debugpy|ptvsd|pydevd(?:-pycharm)?|snoop|pysnooper|flask-shell-ipython)$/;

/** @param name in small letters, with `-` */
export function debugPackage(name: string): 'pages' | 'developers' | undefined {
  if (OF_PAGES.test(name)) return 'pages';
  return OF_DEVELOPERS.test(name) ? 'developers' : undefined;
}
