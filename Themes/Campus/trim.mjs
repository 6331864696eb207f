// node trim.mjs tabler.css out.css: leaves out the parts that need Bootstrap's script, which the theme does not ship.
import { readFileSync, writeFileSync } from 'node:fs';

const needsScript = /\.(navbar|offcanvas|carousel|modal|toast|tooltip|popover)(?![a-z])/;
const needless = selector => needsScript.test(selector.replace(/:not\([^)]*\)/g, ''));

function closing(css, open) {
  let depth = 0;
  for (let at = open, quote = ''; at < css.length; at++) {
    const sign = css[at];
    if (quote) {
      if (sign === '\\') at++;
      else if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return at;
  }
  throw new Error('The stylesheet ends inside a rule.');
}

function selectors(head) {
  const parts = [''];
  let depth = 0;
  for (const sign of head) {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (sign === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

function rule(head, body) {
  if (/^@(media|supports|layer|container)/.test(head)) {
    const inner = trim(body);
    return inner && `${head}{${inner}}`;
  }
  if (head.startsWith('@')) return `${head}{${body}}`;
  const kept = selectors(head).filter(selector => !needless(selector));
  return kept.length > 0 ? `${kept.join()}{${body}}` : '';
}

function trim(css) {
  let kept = '';
  for (let at = 0; ;) {
    const open = css.indexOf('{', at);
    if (open < 0) return kept + css.slice(at);
    const close = closing(css, open);
    const [, before, head] = /^((?:[^]*(?:;|\*\/))?\s*)([^]*)$/.exec(css.slice(at, open));
    kept += before + rule(head, css.slice(open + 1, close));
    at = close + 1;
  }
}

const [source, target] = process.argv.slice(2);
writeFileSync(target, trim(readFileSync(source, 'utf8')));
