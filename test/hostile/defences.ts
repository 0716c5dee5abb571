/**
 * Every line of what hostile input is kept from (design, section 9), with the defence that keeps it out and the tests that
 * fail without it. `defences.test.ts` holds this table against the code, and takes each defence away when asked to prove it.
 */

export interface Defence {
  /** What comes from strangers. */
  against: string;
  /** Where the defence stands. */
  file: string;
  /** A text that stands in this file once, and what the file would say without the defence. */
  from: string;
  to: string;
  /** Tests, below `test/`, at least one of which then fails. */
  tests: readonly string[];
  /** Part of the names of the tests that are enough to see it; all of the files without it. */
  named?: string;
}

const FIELDS = ['hostile/fields.test.ts'];
const RULES = ['validate/rules.test.ts'];
const BROWSER = ['browser/hostile.test.ts'];
const WATCH = ['browser/watch.test.ts'];
const YAML = ['load/yaml.test.ts'];
const FOLDER = ['load/workspace.test.ts'];
const PERSONAL = ['validate/personal-data.test.ts'];

export const DEFENCES: readonly Defence[] = [
  // Script in any field
  {
    against: 'markup in a text',
    file: 'src/components/Txt.astro',
    from: '<span lang={LANGUAGE_TAGS[of.lang]}>{of.text}</span>',
    to: '<span lang={LANGUAGE_TAGS[of.lang]} set:html={of.text} />',
    tests: BROWSER,
    named: 'show every text as text',
  },
  {
    against: 'markup in a name that a script shows',
    file: 'src/client/search/name-results.tsx',
    from: '<a href={href} lang={lang && LANGUAGE_TAGS[lang]}>{name}</a>',
    to: '<a href={href} lang={lang && LANGUAGE_TAGS[lang]} dangerouslySetInnerHTML={{ __html: name }} />',
    tests: BROWSER,
    named: 'find by name',
  },
  {
    against: 'the end of a script in structured data',
    file: 'src/views/pages/jsonld.ts',
    from: "JSON.stringify(value).replace(/[<>&\\u2028\\u2029]/g, (c) => `\\\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)",
    to: 'JSON.stringify(value)',
    tests: ['views/pages/jsonld.test.ts'],
  },
  {
    against: 'markup in a feed',
    file: 'src/views/published/xml.ts',
    from: '.replace(/[&<>"\']/g, (c) => ENTITIES[c] as string)',
    to: '',
    tests: ['views/published/xml.test.ts'],
  },
  {
    against: 'markup in a report that the repository host shows',
    file: 'src/impact/markdown.ts',
    from: "    .replace(/@/g, '＠')",
    to: '',
    tests: ['impact/markdown.test.ts'],
  },
  {
    against: 'orders to a terminal in a report that is read there',
    file: 'src/impact/plain.ts',
    from: ".replace(HIDDEN, '').trim()",
    to: '.trim()',
    tests: ['impact/plain.test.ts'],
  },
  {
    against: 'inline script, should one ever get through',
    file: 'src/layouts/policy.ts',
    from: "\"script-src 'self' 'wasm-unsafe-eval'\"",
    to: "\"script-src 'self' 'unsafe-inline'\"",
    tests: ['layouts/policy.test.ts'],
  },

  // Links
  {
    against: 'javascript: and other schemes',
    file: 'src/schema/text.ts',
    from: "if (!s.startsWith('https://') || ",
    to: 'if (',
    tests: FIELDS,
  },
  {
    against: 'credentials in links',
    file: 'src/schema/text.ts',
    from: "url.username === '' && url.password === '' && ",
    to: '',
    tests: FIELDS,
  },
  {
    against: 'such links as a contact',
    file: 'src/validate/rules/vendor.ts',
    from: 'web: isSafeHttpsAddress,',
    to: 'web: () => true,',
    tests: FIELDS,
  },

  // Characters and names
  {
    against: 'bidi, zero-width and control characters in a line',
    file: 'src/schema/text.ts',
    from: '!HIDDEN_CHARACTERS.test(s) && !/[\\n\\t]/.test(s)',
    to: 's !== undefined',
    tests: FIELDS,
  },
  {
    against: 'the same in longer texts',
    file: 'src/schema/text.ts',
    from: "    .refine((s) => !HIDDEN_CHARACTERS.test(s), { error: 'hidden-characters', abort: true })\n",
    to: '',
    tests: FIELDS,
  },
  {
    against: 'the same in what a contributor reads on a terminal',
    file: 'src/schema/text.ts',
    from: 'return short.replace(INVISIBLE,',
    to: 'return short.replace(/(?!)/g,',
    tests: ['validate/problem-text.test.ts'],
  },
  {
    against: 'marks piled on a letter',
    file: 'src/schema/text.ts',
    from: 'const STACKED_MARKS = /\\p{Mn}{5}/u;',
    to: 'const STACKED_MARKS = /(?!)/u;',
    tests: RULES,
  },
  {
    against: 'texts of blanks',
    file: 'src/schema/text.ts',
    from: 'const VISIBLE = /[^\\s\\u2800\\p{M}]/u;',
    to: 'const VISIBLE = /./u;',
    tests: RULES,
  },
  {
    against: 'names that look alike',
    file: 'src/validate/rules/names.ts',
    from: "  ['name-look-alike', lookAlike],\n",
    to: '',
    tests: RULES,
  },
  {
    against: 'alphabets mixed in a word',
    file: 'src/validate/rules/names.ts',
    from: 'if (word !== undefined)',
    to: 'if (word === name.repeat(2))',
    tests: FIELDS,
  },
  {
    against: 'names without a word',
    file: 'src/validate/rules/names.ts',
    from: '/[\\p{L}\\p{N}]/u.test(name)',
    to: '/./u.test(name)',
    tests: RULES,
  },

  // YAML
  { against: 'aliases', file: 'src/load/yaml.ts', from: 'maxAliasCount: 0 }', to: 'maxAliasCount: -1 }', tests: YAML },
  {
    against: 'duplicate keys',
    file: 'src/load/yaml.ts',
    from: '    if (hasRepeatedKey(document)) return undefined;\n',
    to: '',
    tests: YAML,
  },
  { against: 'unknown tags', file: 'src/load/yaml.ts', from: ' || document.warnings.length > 0', to: '', tests: YAML },
  {
    against: 'several documents',
    file: 'src/load/yaml.ts',
    from: 'document.errors.length > 0 || ',
    to: '',
    tests: YAML,
  },
  {
    against: 'another version of YAML',
    file: 'src/load/yaml.ts',
    from: ' || document.directives.yaml.explicit === true',
    to: '',
    tests: YAML,
  },
  {
    against: 'deep nesting that is read fast',
    file: 'src/load/yaml-fast.ts',
    from: ' || open.length === depth',
    to: '',
    tests: ['load/yaml-fast.test.ts'],
  },
  {
    against: 'deep nesting',
    file: 'src/load/yaml.ts',
    from: '  if (depth >= LIMITS.depth) return false;\n',
    to: '',
    tests: YAML,
  },
  {
    against: 'keys of JavaScript itself',
    file: 'src/load/yaml.ts',
    from: "key === '__proto__' || ",
    to: '',
    tests: YAML,
  },
  {
    against: 'ids of JavaScript itself',
    file: 'src/schema/text.ts',
    from: "  .refine((s) => s !== 'constructor', { error: 'id-reserved' })",
    to: '',
    tests: FIELDS,
  },
  {
    against: 'numbers that lose digits',
    file: 'src/load/yaml.ts',
    from: '!Number.isInteger(value) || Number.isSafeInteger(value)',
    to: 'value === value',
    tests: YAML,
  },
  {
    against: 'files over 64 KB',
    file: 'src/load/find.ts',
    from: 'else if (stat.size > largest)',
    to: 'else if (stat.size < 0)',
    tests: FOLDER,
  },

  // Files and folders
  {
    against: 'slugs with dots, encoded dots, upper case',
    file: 'src/load/names.ts',
    from: '!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)',
    to: "name === ''",
    tests: FOLDER,
  },
  {
    against: 'reserved names',
    file: 'src/load/names.ts',
    from: "RESERVED.has(name) ? 'file-reserved' : undefined",
    to: 'undefined',
    tests: FOLDER,
  },
  {
    against: 'regions at the address of other pages',
    file: 'src/validate/rules/questionnaire.ts',
    from: 'if (REGIONS_TAKEN.includes(id))',
    to: "if (id === '')",
    tests: RULES,
  },
  {
    against: 'symbolic links',
    file: 'src/load/find.ts',
    from: 'if (entry.isSymbolicLink()) this.problems',
    to: 'if (entry.isFIFO()) this.problems',
    tests: FOLDER,
  },
  {
    against: 'pages and scripts among the evidence',
    file: 'src/load/find.ts',
    from: "kind !== 'file' || !isEvidencePath(path)",
    to: "kind !== 'file'",
    tests: ['load/evidence.test.ts'],
  },
  {
    against: 'pages and scripts under the name of a picture',
    file: 'src/load/evidence.ts',
    from: 'return beginning.every((byte, i) => byte === undefined || head[i] === byte);',
    to: 'return true;',
    tests: ['load/evidence.test.ts'],
  },
  {
    against: 'hidden files among the evidence',
    file: 'src/build/evidence.ts',
    from: "    if (kind === 'evidence') await cp(join(workspace, path), join(out, path), { verbatimSymlinks: true });",
    to: "    if (kind === 'evidence') await cp(join(workspace, 'data/evidence'), join(out, 'data/evidence'), { recursive: true });",
    tests: ['build/evidence.test.ts'],
  },

  {
    against: 'hidden files, which git obeys',
    file: 'src/load/find.ts',
    from: "      else if (entry.name.startsWith('.')) this.problems.push(...hiddenFileProblems(path));\n",
    to: '',
    tests: FOLDER,
  },
  {
    against: 'evidence that Windows takes for a device',
    file: 'src/schema/text.ts',
    from: '(?!(?:.*\\/)?(?:con|prn|aux|nul|com\\d|lpt\\d)[/.])',
    to: '',
    tests: ['load/evidence.test.ts'],
  },
  {
    against: 'hidden characters in evidence',
    file: 'src/validate/rules/evidence.ts',
    from: 'const hidden = HIDDEN_CHARACTERS.exec(line);',
    to: 'const hidden = null as RegExpExecArray | null;',
    tests: ['validate/evidence-texts.test.ts'],
  },
  {
    against: 'formulas in evidence',
    file: 'src/validate/rules/evidence.ts',
    from: "path.endsWith('.csv') ? FORMULA.exec(line) : null",
    to: 'null as RegExpExecArray | null',
    tests: ['validate/evidence-texts.test.ts'],
  },
  {
    against: 'reviews of blanks alone',
    file: 'src/validate/text-column.ts',
    from: ' && VISIBLE.test(text);',
    to: ';',
    tests: ['hostile/tables.test.ts'],
  },
  {
    against: 'another firm under the name of a vendor of a release',
    file: 'src/validate/rules/released-vendors.ts',
    from: 'const fault = anotherFirm(frozen, vendor);',
    to: 'const fault = undefined as ReturnType<typeof anotherFirm>;',
    tests: ['validate/released-vendors.test.ts'],
  },
  {
    against: 'the last release taken out',
    file: 'src/validate/rules/releases.ts',
    from: "    else if (!releases.some((r) => r.id === id)) report.add({ ...place, rule: 'release-gone', params: { release: id } });\n",
    to: '',
    tests: ['validate/releases.test.ts'],
  },
  {
    against: 'edited prose of a method that results were frozen by',
    file: 'src/validate/rules/releases.ts',
    from: '    proseRule(data, raw.inputs, report);\n',
    to: '',
    tests: ['validate/releases.test.ts'],
  },

  // Tables
  {
    against: 'CSV in GBK and GB18030',
    file: 'src/load/encoding.ts',
    from: "if (share >= 0.7) return { encoding: 'gb18030', skip: 0 };",
    to: '',
    tests: ['load/encoding.test.ts', 'hostile/tables.test.ts'],
  },
  {
    against: 'CSV in UTF-16 without a mark',
    file: 'src/load/encoding.ts',
    from: '  if (wide !== undefined) return checked(bytes, wide, 0);\n',
    to: '',
    tests: ['load/encoding.test.ts'],
  },
  {
    against: 'byte order marks',
    file: 'src/load/encoding.ts',
    from: 'return checked(bytes, encoding, mark.length);',
    to: 'return checked(bytes, encoding, 0);',
    tests: ['hostile/tables.test.ts'],
  },
  {
    against: 'ragged rows',
    file: 'src/validate/table.ts',
    from: "ragged: (line, found) => faults.addAt(line, '', 'csv-ragged', { found, expected: width }),",
    to: 'ragged: () => {},',
    tests: RULES,
  },
  { against: 'NUL', file: 'src/load/csv-file.ts', from: '    this.#noteNul();\n', to: '', tests: RULES },
  {
    against: 'unbalanced quotes',
    file: 'src/load/csv-file.ts',
    from: "if (parsed.errors.length > 0) this.#fault('csv-quote');",
    to: '',
    tests: RULES,
  },
  {
    against: 'a quote that swallows the file',
    file: 'src/load/csv-file.ts',
    from: "        this.#fault('csv-record');\n",
    to: '',
    tests: RULES,
  },
  {
    against: 'formulas in exported CSV',
    file: 'src/views/published/csv-table.ts',
    from: "return STARTS_FORMULA.test(lines) ? `'${lines}` : lines;",
    to: 'return lines;',
    tests: ['views/published/csv-files.test.ts'],
  },
  {
    against: 'formulas after a line break',
    file: 'src/views/published/csv-table.ts',
    from: 'const lines = text.replace(LINE_STARTS_FORMULA, "$1\'");',
    to: 'const lines = text;',
    tests: ['views/published/csv-files.test.ts'],
  },
  {
    against: 'formulas where a table is written',
    file: 'src/views/published/csv-table.ts',
    from: "typeof cell === 'string' ? csvSafe(cell) : cell",
    to: 'cell',
    tests: ['views/published/csv-files.test.ts', 'browser/hostile.test.ts'],
    named: 'formula',
  },

  // Personal data
  {
    against: 'identity numbers',
    file: 'src/validate/personal-data.ts',
    from: "  every('personal-id-number', IDENTITY, (number) => isIdentityNumber(digits(number)));\n",
    to: '',
    tests: PERSONAL,
  },
  {
    against: 'bank cards',
    file: 'src/validate/personal-data.ts',
    from: "    for (const pattern of CARDS) every('personal-bank-card', pattern, (number) => isCard(digits(number)));\n",
    to: '',
    tests: PERSONAL,
  },
  {
    against: 'mobile numbers',
    file: 'src/validate/personal-data.ts',
    from: "  every('personal-mobile', MOBILE, () => true);\n",
    to: '',
    tests: PERSONAL,
  },
  {
    against: 'private e-mail',
    file: 'src/validate/personal-data.ts',
    from: "  every('personal-email', MAIL, (domain) => PRIVATE_MAIL.test(domain));\n",
    to: '',
    tests: PERSONAL,
  },
  {
    against: 'WeChat ids',
    file: 'src/validate/personal-data.ts',
    from: "  for (const pattern of WECHAT) every('personal-wechat', pattern, () => true);\n",
    to: '',
    tests: PERSONAL,
  },
  {
    against: 'personal data in a vendor file',
    file: 'src/validate/rules/vendor.ts',
    from: '  privacyRule(checked, PUBLIC_DIGITS, report);\n',
    to: '',
    tests: RULES,
  },
  {
    against: 'personal data in a case',
    file: 'src/validate/rules/cases.ts',
    from: '  privacyRule(checked, new Map(), report);\n',
    to: '',
    tests: ['hostile/privacy.test.ts'],
  },
  {
    against: 'personal data in a comment',
    file: 'src/validate/shape.ts',
    from: '  commentRule(file, report);\n',
    to: '',
    tests: ['validate/privacy.test.ts'],
  },
  {
    against: 'personal data in a review',
    file: 'src/validate/text-column.ts',
    from: 'const personal = published ? personalData(text) : [];',
    to: 'const personal: ReturnType<typeof personalData> = [];',
    tests: ['hostile/privacy.test.ts'],
  },

  // The address, the storage and files that a page reads
  {
    against: 'a part of the address that is no text',
    file: 'src/client/vendor.ts',
    from: "  } catch {\n    return '';",
    to: '  } catch (error) {\n    throw error;',
    tests: BROWSER,
    named: 'cannot make it fail or run anything: /vendors/',
  },
  {
    against: 'paths in place of slugs in a link',
    file: 'src/views/browser/compare.ts',
    from: 'part.length <= 64 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(part.toLowerCase())',
    to: 'true',
    tests: ['views/browser/compare.test.ts'],
  },
  {
    against: 'answers in a link that no page wrote',
    file: 'src/client/judge/judge.tsx',
    from: "const read = mode === 'short' || mode === 'full' ? readAnswers(model, text.slice(dot + 1)) : undefined;",
    to: 'const read = JSON.parse(text) as Answers;',
    tests: BROWSER,
    named: 'judge',
  },
  {
    against: 'a store that holds something else',
    file: 'src/client/compare/chosen.ts',
    from: '  } catch {\n    return [];',
    to: '  } catch (error) {\n    throw error;',
    tests: BROWSER,
    named: 'cannot make it fail or run anything: /compare/',
  },

  // What watches the pages: a test that does not look would pass whatever happens.
  {
    against: 'a dialog that nobody notices',
    file: 'test/browser/watch.ts',
    from: '    faults.push(`dialog: ${dialog.message()}`);\n',
    to: '',
    tests: WATCH,
  },
  {
    against: 'a window that nobody notices',
    file: 'test/browser/watch.ts',
    from: "  page.on('popup', (popup) => faults.push(`popup: ${popup.url()}`));\n",
    to: '',
    tests: WATCH,
  },
  {
    against: 'a download that nobody notices',
    file: 'test/browser/watch.ts',
    from: "  page.on('download', (download) => faults.push(`download: ${download.url()}`));\n",
    to: '',
    tests: WATCH,
  },
  {
    against: 'a connection that nobody notices',
    file: 'test/browser/watch.ts',
    from: "  page.on('websocket', (socket) => faults.push(`websocket: ${socket.url()}`));\n",
    to: '',
    tests: WATCH,
  },
  {
    against: 'an offence against the policy that nobody notices',
    file: 'test/browser/watch.ts',
    from: 'addEventListener("securitypolicyviolation"',
    to: 'addEventListener("nothing"',
    tests: WATCH,
  },
  {
    against: 'faults that are not handed over',
    file: 'test/browser/watch.ts',
    from: 'return [...faults, ...(await',
    to: 'return [...(await',
    tests: WATCH,
  },
  {
    against: 'markup that is not handed over',
    file: 'test/browser/watch.ts',
    from: 'return [...faults, ...(await page.evaluate<string[]>(INSPECTION))];',
    to: 'return faults;',
    tests: WATCH,
  },
  {
    against: 'addresses that nobody reads',
    file: 'test/browser/watch.ts',
    from: "if (!['http:', 'https:', 'mailto:', 'tel:', 'blob:'].includes(protocol))",
    to: 'if (false)',
    tests: WATCH,
  },
  {
    against: 'a text that counts as shown though no reader sees it',
    file: 'test/browser/watch.ts',
    from: "'script, style, noscript, template'",
    to: "'template'",
    tests: WATCH,
  },
  {
    against: 'a lost text that nobody misses',
    file: 'test/browser/watch.ts',
    from: "return texts.filter((text) => !shown.includes(text.replace(/\\s+/g, ' ').trim()));",
    to: 'return shown === texts[0] ? [...texts] : [];',
    tests: WATCH,
  },
  {
    against: 'an error message that nobody notices',
    file: 'test/browser/harness.ts',
    from: "if (message.type() === 'error') faults.push(`console: ${message.text()}`);",
    to: 'message.type();',
    tests: WATCH,
  },
  {
    against: 'an exception that nobody notices',
    file: 'test/browser/harness.ts',
    from: "page.on('pageerror', (fault) => faults.push(`exception: ${fault.message}`));",
    to: '',
    tests: WATCH,
  },
  {
    against: 'a request to another host that nobody notices',
    file: 'test/browser/harness.ts',
    from: 'faults.push(`request: ${request.url()}`);',
    to: 'request.url();',
    tests: WATCH,
  },

  // Builds
  {
    against: 'a swap that fails or is cut short',
    file: 'src/build/swap.ts',
    from: '  if (existsSync(last) && !existsSync(out)) renameSync(last, out);\n',
    to: '',
    tests: ['build/swap.test.ts'],
  },
  {
    against: 'a build into a folder with files of others',
    file: 'src/build/swap.ts',
    from: '  if (first === undefined) return;',
    to: '  if (first !== null) return;',
    tests: ['build/swap.test.ts'],
  },
  {
    against: 'a build into a folder that holds the project',
    file: 'src/build/swap.ts',
    from: '  if (contained !== undefined) {',
    to: '  if (contained === null) {',
    tests: ['build/swap.test.ts'],
  },
  {
    against: 'a workspace that is written to while it is built',
    file: 'src/build/workspace-files.ts',
    from: '  if (changed.length === 0) return;',
    to: '  if (changed.length >= 0) return;',
    tests: ['build/site.test.ts'],
  },
  {
    against: 'a number that does not come out when computed again',
    file: 'src/build/verify.ts',
    from: "  if (differences.length > 0) throw new BuildFailed('verify', differenceText(differences));\n",
    to: '',
    tests: ['browser/build.test.ts'],
    named: 'over a number',
  },
  {
    against: 'a build that is killed',
    file: 'src/build/site.ts',
    from: "const [next, apart] = [join(work, 'site'), join(work, 'files')];",
    to: "const [next, apart] = [options.out, join(work, 'files')];",
    tests: ['browser/build.test.ts'],
    named: 'killed|same to the byte',
  },
];
