// What Vite does not know: the API's reading page needs its own copy of Swagger UI, since no page
// of ours fetches anything from a third party.
import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const swagger = path.dirname(
  createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')
);
const docs = path.join(root, 'build/docs-assets');

mkdirSync(docs, { recursive: true });
for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE']) {
  copyFileSync(path.join(swagger, file), path.join(docs, file));
}
