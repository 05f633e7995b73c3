// An extension that takes the place of the machine's networks, for everything in its host: they are what the file $E2E_INTERFACES says at that moment.
const fs = require('node:fs');
const os = require('node:os');

exports.activate = () => {
  os.networkInterfaces = () => JSON.parse(fs.readFileSync(process.env.E2E_INTERFACES, 'utf8'));
};
