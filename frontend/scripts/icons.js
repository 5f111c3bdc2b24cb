// Draws the icons that phones want as pictures from the one in static/icon.svg: npm run icons.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const folder = path.resolve(import.meta.dirname, '../static');
const svg = readFileSync(path.join(folder, 'icon.svg'), 'utf8');

// A phone cuts a maskable icon to its own shape, and only the inner four fifths are safe from it.
const unrounded = svg.replace(/ rx="[^"]+"/, '');
const maskable = unrounded
  .replace('<g ', '<g transform="translate(32 32) scale(.78) translate(-32 -32)"><g ')
  .replace('</g>', '</g></g>');

const pictures = [
  { file: 'icon-192.png', size: 192, drawing: svg },
  { file: 'icon-512.png', size: 512, drawing: svg },
  { file: 'icon-maskable-512.png', size: 512, drawing: maskable },
  { file: 'apple-touch-icon.png', size: 180, drawing: unrounded }
];

const browser = await chromium.launch({
  executablePath: process.env.SAMSPIL_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu']
});
const page = await browser.newPage();
for (const { file, size, drawing } of pictures) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`
  );
  writeFileSync(path.join(folder, file), await page.screenshot({ omitBackground: true }));
  console.log(`${file}: ${size} × ${size}`);
}
await browser.close();
