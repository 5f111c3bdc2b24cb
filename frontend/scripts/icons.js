// Draws the icons that phones want as pictures from the one in static/icon.svg: npm run icons.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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

// What a message or a feed shows beside a link: 1200 × 630, as Open Graph's readers expect.
const font = readFileSync(path.join(folder, 'fonts/plex-sans-600.woff2')).toString('base64');
const share = `<style>
  @font-face { font-family: Plex; src: url(data:font/woff2;base64,${font}) }
  body { display: flex; align-items: center; justify-content: center; gap: 56px; height: 630px;
    margin: 0; background: #faf8f4; color: #0d5257; font: 600 150px/1 Plex; letter-spacing: -.01em }
  svg { width: 220px; height: 220px }
</style>${svg}<span>Samspil</span>`;

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
await page.setViewportSize({ width: 1200, height: 630 });
await page.setContent(share);
await page.evaluate(() => document.fonts.ready);
mkdirSync(path.join(folder, 'icons'), { recursive: true });
writeFileSync(path.join(folder, 'icons/share.png'), await page.screenshot());
console.log('icons/share.png: 1200 × 630');
await browser.close();
