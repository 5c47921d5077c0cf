// Writes the program in the browser into the folder that is named last: one file, named after its content, and the page
// that asks for it. The first two are where Vaadin's client engine and its push program were unpacked.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const [flow, push, target] = process.argv.slice(2).map(path => resolve(path));

const { outputFiles: [{ contents }] } = await build({
  absWorkingDir: here,
  entryPoints: ['client.js'],
  alias: { '@vaadin/common-frontend': './connection.js', flow, push },
  bundle: true,
  format: 'esm',
  legalComments: 'none',
  logLevel: 'warning',
  // Where the engine reads what no page of ours has.
  logOverride: { 'direct-eval': 'silent' },
  minify: true,
  target: 'es2022',
  write: false,
});

const name = `client-${createHash('sha256').update(contents).digest('hex').slice(0, 12)}.cache.js`;
const folder = join(target, 'VAADIN/build');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, name), contents);
writeFileSync(join(folder, `${name}.br`), brotliCompressSync(contents));
writeFileSync(join(folder, `${name}.gz`), gzipSync(contents, { level: 9 }));
writeFileSync(join(target, 'index.html'), readFileSync(join(here, 'index.html'), 'utf8').replace('CLIENT', name));
