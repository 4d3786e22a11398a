const { mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { JSDOM } = require('jsdom');

const LABELS = join(__dirname, '../force-app/main/default/labels/CustomLabels.labels-meta.xml');

/** Writes one module for each custom label, for components under test to import. */
module.exports = function writeLabels() {
    const target = join(__dirname, '../target/labels');
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    const { document } = new JSDOM(readFileSync(LABELS, 'utf8'), { contentType: 'text/xml' }).window;
    for (const label of document.querySelectorAll('labels')) {
        const name = label.querySelector('fullName').textContent;
        const value = label.querySelector('value').textContent;
        writeFileSync(join(target, `${name}.js`), `exports.default = ${JSON.stringify(value)};\n`);
    }
};
