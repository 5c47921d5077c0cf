// Writes the program in the browser into the folder that is named last, in the place of all that was there: one file,
// named after its content, and the page that asks for it. The first two are where Vaadin's client engine and its push
// program were unpacked; the third is where everybody finds the licences of what is in it.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const [flow, push, licences, target] = process.argv.slice(2).map(path => resolve(path));

const { metafile, outputFiles: [{ contents }] } = await build({
  absWorkingDir: here,
  entryPoints: ['client.js'],
  alias: { flow, push },
  bundle: true,
  format: 'esm',
  legalComments: 'none',
  logLevel: 'warning',
  // Where the engine reads what no page of ours has, and where push looks for another kind of program around it.
  logOverride: { 'direct-eval': 'silent', 'commonjs-variable-in-esm': 'silent' },
  metafile: true,
  minify: true,
  nodePaths: [join(here, 'node_modules')],
  target: 'es2022',
  write: false,
});

const name = `client-${createHash('sha256').update(contents).digest('hex').slice(0, 12)}.cache.js`;
const folder = join(target, 'webapp/VAADIN/build');
rmSync(target, { force: true, recursive: true });
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, name), contents);
writeFileSync(join(folder, `${name}.br`), brotliCompressSync(contents));
writeFileSync(join(folder, `${name}.gz`), gzipSync(contents, { level: 9 }));
const page = readFileSync(join(here, 'index.html'), 'utf8').replace('CLIENT', name);
writeFileSync(join(target, 'webapp/index.html'), page);

mkdirSync(licences, { recursive: true });
const modules = Object.keys(metafile.inputs).map(path => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]);
for (const module of new Set(modules.filter(Boolean))) {
  copyFileSync(join(here, 'node_modules', module, 'LICENSE'), join(licences, `${module.split('/').pop()}-LICENSE.txt`));
}
