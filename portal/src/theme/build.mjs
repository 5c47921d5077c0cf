// Writes look.css and the fonts into the folder that is named on the command line. One stylesheet, which pages have in them.
// Of the thousands of tokens only those are kept that bridge.css uses, directly or through other tokens.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2];
const require = createRequire(import.meta.url);
const theme = JSON.parse(readFileSync(join(here, 'theme.json'), 'utf8'));
const sheet = name => readFileSync(join(here, name), 'utf8');
const bridge = sheet('bridge.css');
mkdirSync(join(target, 'fonts'), { recursive: true });

const tokens = new Map();
for (const [, name, value] of readFileSync(require.resolve(theme.tokens), 'utf8').matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gm)) {
  tokens.set(name, value.trim());
}
const used = new Set();
const open = [...bridge.matchAll(/var\((--[\w-]+)/g)].map(match => match[1]).filter(name => !name.startsWith('--ve-'));
while (open.length > 0) {
  const name = open.pop();
  if (used.has(name)) {
    continue;
  }
  if (!tokens.has(name)) {
    throw new Error(`bridge.css asks for ${name}, which ${theme.tokens} does not have`);
  }
  used.add(name);
  open.push(...[...tokens.get(name).matchAll(/var\((--[\w-]+)/g)].map(match => match[1]));
}
const lines = [...used].sort().map(name => `  ${name}: ${tokens.get(name)};`);

const faces = [];
for (const font of theme.fonts) {
  const path = require.resolve(font);
  for (const [face] of readFileSync(path, 'utf8').matchAll(/@font-face\s*{[^}]+}/g)) {
    const file = face.match(/url\(\.\/files\/([\w-]+-latin(-ext)?-\d+-normal\.woff2)\)/);
    if (file) {
      copyFileSync(join(dirname(path), 'files', file[1]), join(target, 'fonts', file[1]));
      faces.push(face.replace(/src:[^;]+;/, `src: url(/assets/fonts/${file[1]}) format('woff2');`));
    }
  }
}

const look = [
  ...faces,
  `:root {\n${lines.join('\n')}\n}`,
  bridge,
  sheet('house.css'),
  sheet('workspace.css'),
].join('\n').replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s*/g, '\n');
writeFileSync(join(target, 'look.css'), look);
writeFileSync(join(target, 'look.css.br'), brotliCompressSync(look));
writeFileSync(join(target, 'look.css.gz'), gzipSync(look, { level: 9 }));

// Everybody who gets the files gets their licences too.
for (const module of Object.keys(JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')).dependencies)) {
  for (const name of ['LICENSE', 'LICENSE.md']) {
    const licence = join(here, 'node_modules', module, name);
    if (existsSync(licence)) {
      copyFileSync(licence, join(target, `${module.split('/').pop()}-${name}.txt`));
    }
  }
}
