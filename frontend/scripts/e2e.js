// Runs the browser tests: one file after another against each Samspil named in SAMSPIL_E2E_URL,
// which may be several, with a comma between them. Each has data of its own, so that no file meets
// what another one writes at the same time. What a file says is printed when it has ended. Arguments
// choose the files whose names hold one of them.
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import path from 'node:path';

const named = process.env.SAMSPIL_E2E_URL ?? process.env.SAMSPIL_URL;
if (!named) throw new Error('SAMSPIL_E2E_URL must name a running Samspil.');
const addresses = named.split(',');

const folder = path.join(import.meta.dirname, '..', 'e2e');
// The longest first, so that no browser has much left when the others are done.
const LONGEST = ['screensPhone.test.ts', 'screensDesk.test.ts', 'account.test.ts'];
const rank = (/** @type {string} */ file) => LONGEST.indexOf(file) + 1 || LONGEST.length + 1;
const wanted = process.argv.slice(2);
const files = globSync('*.test.ts', { cwd: folder })
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort((one, other) => rank(one) - rank(other) || one.localeCompare(other));

if (files.length === 0) throw new Error(`No file is called ${wanted.join(' or ')}.`);

/**
 * Whether every test of a file passed.
 * @param {string} file
 * @param {string} address
 * @returns {Promise<boolean>}
 */
function passes(file, address) {
  const began = performance.now();
  const running = spawn(
    process.execPath,
    ['--test', '--test-reporter=spec', path.join(folder, file)],
    { env: { ...process.env, SAMSPIL_E2E_URL: address }, stdio: ['ignore', 'pipe', 'pipe'] }
  );
  /** @type {Buffer[]} */
  const said = [];
  for (const stream of [running.stdout, running.stderr]) {
    stream.on('data', (/** @type {Buffer} */ piece) => said.push(piece));
  }
  return new Promise((resolve, reject) => {
    running.once('error', reject);
    running.once('close', (code) => {
      const seconds = Math.round((performance.now() - began) / 1000);
      process.stdout.write(Buffer.concat(said));
      console.log(`── ${file}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds} s\n`);
      resolve(code === 0);
    });
  });
}

/** @type {string[]} */
const failed = [];
await Promise.all(
  addresses.map(async (address) => {
    for (let file = files.shift(); file !== undefined; file = files.shift()) {
      if (!(await passes(file, address))) failed.push(file);
    }
  })
);
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
