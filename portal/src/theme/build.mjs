// Writes tokens.css, fonts.css and the fonts into the folder that is named on the command line.
// Of the thousands of tokens only those are kept that bridge.css uses, directly or through other tokens.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2];
const require = createRequire(import.meta.url);
const theme = JSON.parse(readFileSync(join(here, 'theme.json'), 'utf8'));
const bridge = readFileSync(join(here, '../main/resources/META-INF/resources/assets/bridge.css'), 'utf8');
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
writeFileSync(join(target, 'tokens.css'), `:root {\n${lines.join('\n')}\n}\n`);

const faces = [];
for (const sheet of theme.fonts) {
  const path = require.resolve(sheet);
  for (const [face] of readFileSync(path, 'utf8').matchAll(/@font-face\s*{[^}]+}/g)) {
    const file = face.match(/url\(\.\/files\/([\w-]+-latin(-ext)?-\d+-normal\.woff2)\)/);
    if (file) {
      copyFileSync(join(dirname(path), 'files', file[1]), join(target, 'fonts', file[1]));
      faces.push(face.replace(/src:[^;]+;/, `src: url(fonts/${file[1]}) format('woff2');`));
    }
  }
}
writeFileSync(join(target, 'fonts.css'), `${faces.join('\n')}\n`);

// Everybody who gets the files gets their licences too.
for (const module of Object.keys(JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')).dependencies)) {
  for (const name of ['LICENSE', 'LICENSE.md']) {
    const licence = join(here, 'node_modules', module, name);
    if (existsSync(licence)) {
      copyFileSync(licence, join(target, `${module.split('/').pop()}-${name}.txt`));
    }
  }
}
