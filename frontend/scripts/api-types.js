// Writes src/api/schema.d.ts from the backend's OpenAPI document; with --check it only compares.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import openapi, { astToString } from 'openapi-typescript';

const root = path.resolve(import.meta.dirname, '..');
const target = path.join(root, 'src/api/schema.d.ts');
const python = process.env.SAMSPIL_PYTHON ?? path.join(root, '../.venv/bin/python');

const document = execFileSync(python, ['-m', 'samspil.cli', 'openapi'], {
  cwd: path.join(root, '..'),
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024
});
const types = `// Generated from the OpenAPI document by \`npm run api\`. Do not edit.\n\n${astToString(await openapi(document))}`;

if (!process.argv.includes('--check')) {
  writeFileSync(target, types);
} else if (readFileSync(target, 'utf8') !== types) {
  console.error('src/api/schema.d.ts does not match the backend: run `npm run api`.');
  process.exitCode = 1;
}
