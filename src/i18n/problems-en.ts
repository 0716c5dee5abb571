/** Problems in English: what was found, what was expected, what to do. */
import type { RuleId } from '../schema/rules.ts';
import { sentence as s, type Sentence } from './problem-sentence.ts';

const PRIVATE = 'public text without personal data';
const REMOVE = 'take it out before the first commit (history cannot forget) and give a business contact instead';

export const ENGLISH: Readonly<Record<RuleId, Sentence>> = {
  'file-missing': s('no such file', 'a file here: every workspace needs it', 'add the file'),
  'path-missing': s(
    'no such file or folder',
    'the path given with the command to exist',
    'check the path: it is what the command was told, and nothing is there',
  ),
  'file-name': s(
    'the name "{found}"',
    'lower-case letters and digits in words joined by hyphens, at most 64 characters ({expected})',
    'rename the file',
  ),
  'file-reserved': s(
    'the name "{found}"',
    'a name that no file system or address of the site uses already',
    'choose another name',
  ),
  'file-unexpected': s('a file or folder that nothing reads', '{expected}', 'rename or move it, or take it out'),
  'file-link': s('a symbolic link', 'a plain file or folder', 'put the file itself here'),
  'file-hidden': s(
    'a hidden file or folder',
    'no name in data/ that begins with a dot: git obeys some of them and would change or hide other files',
    'take it out',
  ),
  'file-size': s('{found} bytes', 'at most {limit} bytes', 'shorten the texts, or split the file'),
  'file-unreadable': s('a file that cannot be read ({found})', 'a readable file', 'check its permissions'),
  'file-content': s(
    'a file that is not what its name says',
    'a {expected} file (texts in UTF-8)',
    'save it in that format, or give it the right ending',
  ),
  'file-more': s(
    'more problems in this file than are listed: {found}',
    'none',
    'mend the ones listed, then check again',
  ),
  'encoding-broken': s(
    'bytes that mean nothing in {found}',
    'text in one encoding throughout',
    'save the file again as UTF-8 from the program that it came from',
  ),
  'encoding-unsure': s(
    'text in an unknown encoding (perhaps {found})',
    'UTF-8, UTF-16 or GB18030',
    'save the file as UTF-8',
  ),
  'encoding-yaml': s('text in {found}', 'UTF-8: YAML files are always UTF-8', 'save the file as UTF-8'),

  'yaml-syntax': s('text that is not valid YAML ({reason|yaml})', 'valid YAML', '{advice|yamlAdvice}'),
  'yaml-full-width': s('the full-width character {found}', 'the plain character {expected}', 'write {write}'),
  'yaml-colon-blank': s('no blank after a colon ({found})', 'a colon, a blank, then the value', 'write {write}'),
  'yaml-blank': s(
    'indentation by {found|blank} (lines so written: {lines})',
    'indentation by spaces, two for each level',
    'replace {found|blank} at the beginning of lines by spaces',
  ),
  'yaml-duplicate-key': s('the same key twice in one block', 'every key once', 'keep one of the two'),
  'yaml-alias': s('an alias ({found})', 'plain values without anchors and aliases', 'write the value out'),
  'yaml-tag': s(
    'a tag ({message})',
    'plain values without tags',
    'take away the tag (the word that begins with !); put the text in quotes',
  ),
  'yaml-documents': s('several documents', 'one document in one file', 'take out the line ---'),
  'yaml-directive': s(
    'a directive ({message})',
    'plain YAML 1.2 without directives',
    'take out the line that begins with %',
  ),
  'yaml-depth': s('lists and blocks nested more than {limit} deep', 'at most {limit} levels', 'write it flatter'),
  'yaml-key': s('a key that is not plain text', 'a plain word as key', 'write a plain word before the colon'),
  'yaml-number': s(
    'the number {found}, which has more digits than a number can keep',
    'text for codes and numbers this long',
    'put it in quotes: "{found}"',
  ),

  'csv-quote': s(
    'a quotation mark that is not closed, or text after the closing one',
    'quoted cells: "…", with every " inside them doubled',
    'close or double the quotation mark',
  ),
  'csv-nul': s('a NUL character', 'text', 'save the file again as CSV in UTF-8'),
  'csv-record': s(
    'a record of more than a million characters',
    'shorter records; most likely a quotation mark is not closed',
    'close the quotation mark',
  ),
  'csv-empty': s('an empty file', 'a header line', 'add the header line, or take the file out'),
  'csv-delimiter': s('cells separated by "{found}"', 'cells separated by commas', 'save the file as CSV with commas'),
  'csv-header-duplicate': s('the column "{found}" twice', 'every column once', 'take out one of the two columns'),
  'csv-header-unknown': s(
    'the column "{found}"',
    'a fixed column, or the id of a question in content/questionnaire.yaml ({list})',
    'rename the column or take it out',
  ),
  'csv-header-missing': s('no column "{expected}"', 'the column "{expected}" in the header line', 'add the column'),
  'csv-ragged': s(
    '{found} cells',
    '{expected} cells, as in the header line',
    'put texts that hold commas or line breaks in quotes; fill up with empty cells',
  ),
  'csv-more': s(
    'more problems of the same kind than are listed: {found} ({of})',
    'none',
    'mend the ones listed, then check again',
  ),

  required: s('nothing', '{expected|type}', 'fill it in'),
  'unknown-key': s('the unknown key "{found}"', 'one of: {list}', 'rename or take out the line'),
  type: s('{type|type}', '{expected|type}', 'write {expected|type} here'),
  unquoted: s('{found}, read as {type|type}', 'text', 'put it in quotes: "{found}"'),
  'empty-value': s('a key without a value', '{expected|type}', 'fill in the value or take out the line'),
  choice: s('"{found}"', 'one of: {list}', 'write one of these'),
  'not-integer': s('{found}', 'a whole number', 'round it'),
  'too-small': s('{found}', 'a number {sign} {limit}', 'check the number'),
  'too-large': s('{found}', 'a number {sign} {limit}', 'check the number'),
  'too-short': s('{length} characters', 'at least {limit}', 'fill it in, or take out the line'),
  'too-long': s('{length} characters ("{found}")', 'at most {limit}', 'shorten the text'),
  'too-few': s('{found} entries', 'at least {limit}', 'add what is missing'),
  'too-many': s('{found} entries', 'at most {limit}', 'take some out'),
  format: s('"{found}"', 'text of the form {pattern}', 'see the description of the field in schemas/'),
  date: s('"{found}"', 'a day that exists, written YYYY-MM-DD', 'write it as 2026-03-09'),
  month: s('"{found}"', 'a month, written YYYY-MM', 'write it as 2026-03'),
  email: s('"{found}"', 'an e-mail address', 'write it as name@example.com'),
  'kebab-case': s(
    '"{found}"',
    'lower-case letters and digits in words joined by single hyphens',
    'write it as first-reply-time',
  ),
  'criterion-ref': s('"{found}"', 'framework/criterion', 'write it as after-sales/response-time'),
  'https-address': s(
    '"{found}"',
    'a full address that begins with https://, without user name or blanks',
    'copy it from the address bar of the browser; only addresses that begin with https:// are taken',
  ),
  'sample-left': s(
    '"{found}"',
    'real data, since content/site.yaml says sampleData: false; this is an address, owner or code that nobody can have',
    'write the real one, take the file out, or set sampleData: true; no site is built before',
  ),
  'site-address': s(
    '"{found}"',
    'the address of a host alone, such as https://pages.example.org',
    'serve the site from the root of a host: a domain of its own, or the repository that your host serves at its root (such as name.github.io); an address with a path is not supported',
  ),
  'evidence-file': s(
    '"{found}"',
    'a file below data/evidence/ (pdf, png, jpg, webp, txt, csv) with a lower-case name',
    'write it as data/evidence/vendor/file.pdf',
  ),
  currency: s('"{found}"', 'a currency code of ISO 4217, three capitals', 'write it as CNY'),
  'credit-code': s(
    '"{found}"',
    'a unified social credit code: 18 digits and capitals without I, O, S, V, Z, of which the first is never 0',
    'copy it from the business licence, in quotes',
  ),
  'method-version': s('"{found}"', 'a version such as "2026.1", in quotes', 'write year, point, number'),
  'row-id': s(
    '"{found}"',
    'letters, digits and _ . : / - (at most 64), beginning with a letter or digit',
    'give the row another id',
  ),
  'person-key': s(
    '"{found}"',
    'a hash of 16 to 64 digits 0-9 a-f, never a name or number of a person',
    'put a salted hash in its place',
  ),
  'minute-stamp': s('"{found}"', 'local date and time, written YYYY-MM-DD HH:MM', 'write it as 2026-03-09 14:05'),
  'language-tag': s('"{found}"', 'a language tag', 'write it as zh or en'),
  'hidden-characters': s(
    'characters that cannot be seen, or a line break where none may be ("{found}")',
    'plain visible text',
    'delete the text and type it anew; do not paste it',
  ),
  'stacked-marks': s(
    'a character with five or more marks on it ("{found}")',
    'text as it is spelled',
    'delete the text and type it anew',
  ),
  'blank-text': s('blanks alone', 'text', 'fill it in, or take out the line'),
  'id-reserved': s('"{found}", which the site or its programs already use', 'an id of its own', 'choose another one'),
  'surrounding-blanks': s('blanks at the beginning or end ("{found}")', 'text without them', 'delete the blanks'),
  'no-language': s('no text', 'text under zh:, under en:, or both', 'add zh: or en:'),
  'evidence-empty': s('evidence that nobody can look at', 'url, file or note', 'add at least one of them'),
  'goalposts-equal': s('worst and best the same', 'two different values', 'change one of them'),
  'goalposts-ln-positive': s(
    'scale ln with a value of 0 or less',
    'worst and best above 0',
    'use values above 0, or scale: linear',
  ),

  'duplicate-id': s('"{found}" a second time', 'every id once', 'give one of the two another id'),
  'duplicate-entry': s('"{found}" a second time', 'every entry once', 'take out one of the two'),
  'future-date': s(
    '{found}',
    'nothing later than {limit}, the day that the data are as of',
    'check the date; if it is right, leave it: an editor moves asOf in data/release.yaml before this is merged',
  ),
  'date-order': s('{found}', 'not later than {other} ({limit})', 'check both dates'),
  'framework-unknown': s('"{found}"', 'a framework in content/frameworks/: {list}', 'write the id of a framework'),
  'dimension-unknown': s(
    '"{found}"',
    'a dimension in content/frameworks/{framework}.yaml: {list}',
    'write the id of a dimension',
  ),
  'criterion-unknown': s(
    '"{found}"',
    'a criterion in content/frameworks/{framework}.yaml: {list}',
    'write the id of a criterion',
  ),
  'vendor-unknown': s(
    '"{found}"',
    'a vendor, by the name of its file in data/vendors/ without .yaml',
    'correct the name, or add the vendor file',
  ),
  'review-unknown': s('"{found}"', 'the id of a review in data/reviews/', 'copy the id from the CSV'),
  'reply-twice': s(
    'a second reply to {found}',
    'one reply to each review or criterion',
    'say it in one reply, with the day of the last change',
  ),
  'reply-early': s(
    '{found}, before the review was written',
    'the day of the review or a later one',
    'check the day of the reply, or the review that it answers',
  ),
  'review-of-another': s('"{found}", a review of {other}', 'a review of this vendor', 'copy the right id from the CSV'),

  'framework-id': s('"{found}"', '"{expected}", the name of the file', 'make id and file name the same'),
  'theme-unknown': s('"{found}"', 'a theme of this framework: {list}', 'write the id of a theme, or add the theme'),
  'theme-unused': s(
    'the theme "{found}", which no dimension belongs to',
    'a theme with dimensions',
    'take it out, or move a dimension to it',
  ),
  'overlap-self': s('"{found}", the dimension itself', 'another dimension', 'name the other dimension'),
  'overlap-one-sided': s(
    '"{found}", which does not name {dimension} in turn',
    'overlaps named on both sides',
    'add the overlap with {dimension} to {found} as well',
  ),
  'checklist-empty': s('a checklist without facets', 'at least one facet', 'add facets, or take out measure'),
  'facets-unmeasured': s(
    '{found} facets that no checklist counts',
    'measure: {kind: checklist} beside facets',
    'add the measure, or take out the facets',
  ),

  'method-folder': s('"{found}"', '"{expected}", the name of the folder', 'make version and folder name the same'),
  'methodology-unknown': s('"{found}"', 'a folder of content/methodology/: {list}', 'write one of these versions'),
  'weight-missing': s(
    'no weight for {expected}',
    'a weight for each of them (0 leaves it out of the score)',
    'add {expected}',
  ),
  'weights-zero': s('weights that are all 0', 'at least one weight above 0', 'give one of them a weight'),
  'tiers-order': s('{found}', 'at most {limit}, what {than} counts: better evidence never counts less', 'lower it'),
  'range-order': s('{found}', 'at most {limit} ({upper})', 'swap or correct the two ends'),
  'minimum-dimensions': s('{found}', 'at most {limit}, the number of dimensions with a weight above 0', 'lower it'),
  'goalposts-unknown': s(
    '"{found}"',
    'goalposts in content/methodology/{method}/method.yaml: {list}',
    'write one of these, or add the goalposts',
  ),
  'goalposts-unused': s(
    'the goalposts "{found}", which nothing uses',
    'goalposts that a measure uses',
    'take them out',
  ),
  'goalposts-misplaced': s('goalposts for a {kind}', 'goalposts for durations only', 'take out the line'),
  'points-cut': s(
    '{found} of {of} standard scores beyond 0..100, which count as 0 or 100',
    'a spread at which none is cut',
    'write {limit} or less, unless the cut is meant',
  ),
  'mean-floored': s(
    '{found} of {of} scores below 1, which the {kind|mean} mean counts as 1',
    'scores of at least 1, where a geometric or harmonic mean is taken',
    'take the arithmetic mean, or let it be if the floor is meant',
  ),
  'decision-missing': s(
    '"{found}"',
    'the number of a file in content/decisions/: {list}',
    'write the decision record, or take out the number',
  ),
  'changes-missing': s(
    'a published version that does not say what it changes',
    'what changed since {before}, in both languages',
    'write one entry for each change',
  ),
  'summary-repeated': s('the summary of {before} once more', 'a summary of this version', 'say what this version is'),
  'prose-missing': s('no such file', 'the text in both languages', 'write the file'),

  'decision-part': s(
    'no part in the language {expected|language}',
    'a part in both languages, this one under the heading "## {heading}"',
    'write the part, or correct its heading',
  ),
  'mdx-syntax': s(
    'text that is not valid MDX ({message})',
    'valid MDX: every tag closed, and { and < only where MDX means them',
    'correct the tag or the braces; put a literal character in backticks',
  ),
  'link-broken': s(
    'a link to {found}',
    'a page or file of the site, with the heading that the link names',
    'correct the link, or take it out',
  ),
  'prose-count': s('"{found}"', '{expected}', 'write <Count of="…" /> in place of the number, or another wording'),
  'text-count': s('"{found}"', '{expected}', 'write the right number, or leave the number out'),

  'release-altered': s(
    '{found}',
    '{expected}, as it was frozen',
    'put the file back as it was; a release is never edited',
  ),
  'holdout-stale': s(
    'figures of other data or another method ({found} was different)',
    'figures of the present data and method, which the method page prints',
    'compute them again: {command}',
  ),
  'holdout-narrow': s(
    'intervals of overall scores that held {found} % of the time on held-out data, split “{split}” ({low} to {high} %)',
    'about {expected} %, as they claim',
    'look for what the method does not see: a market that changes fast, rows of several kinds in one question, a fallback prior far from the data; until then the method page says that the intervals are too narrow',
  ),
  'release-order': s(
    'number {found}',
    'number {expected}: releases count 1, 2, 3 and none is later as of an earlier day',
    'freeze the newer release again under a new id',
  ),
  'release-chain': s(
    '{found} as the hash of the release before it',
    '{expected}, the hash of SHA256SUMS in {release}',
    'put the files of {release} back as they were',
  ),
  'method-altered': s(
    '{found}',
    '{expected}, as frozen in release {release}: a published version is not changed',
    'put it back, or copy the method to a new version and change that',
  ),
  'method-gone': s(
    'no such method version, though release {release} was made by it',
    'every published version',
    'put the folder back',
  ),
  'release-gone': s('no release {release}', 'every release that was ever made', 'put its folder back'),
  'release-unlisted': s(
    'a release that content/RELEASES.sha256 does not list',
    'a line for each release',
    'if it has just been made, add the line: {expected}',
  ),
  'vendor-gone': s(
    'no such vendor, though release {release} has it',
    'every vendor of a release: its addresses stay',
    'put the file back (with status: withdrawn if it has left); if it was renamed, write the former and the new name into data/renamed.yaml',
  ),
  'vendor-replaced': s(
    '{found}',
    '{expected}, as in release {release}: a file name is never given to another vendor',
    'put it back; for another name of the same vendor keep the former one among aliases; another vendor needs a file name of its own',
  ),

  'column-clash': s('"{found}", which is a fixed column', 'an id other than: {list}', 'give the question another id'),
  'channel-unknown': s('"{found}"', 'a channel in content/questionnaire.yaml: {list}', 'write one of these'),
  'scenario-unknown': s('"{found}"', 'a scenario in content/questionnaire.yaml: {list}', 'write one of these'),
  'rating-flat': s('{found}, the same as low', 'a best value that differs from the worst', 'correct the scale'),
  'collection-unknown': s(
    '"{found}"',
    'a collection in content/questionnaire.yaml: {list}; or an empty cell',
    'correct the id, or declare the collection',
  ),

  'credit-code-check': s(
    '"{found}", whose check character is wrong',
    'a code that ends in "{expected}" if the first 17 characters are right',
    'compare it with the business licence, character by character',
  ),
  'credit-code-shared': s(
    '"{found}", which {other} has already',
    'every code once',
    'check which of the two is right; one firm has one file',
  ),
  'name-shared': s(
    '"{found}", the name of {other} too',
    'names that people can tell apart',
    'add the city or the legal name, unless both firms do have this name',
  ),
  'name-similar': s('"{found}", easily mistaken for {other}', 'names that people can tell apart', 'check the spelling'),
  'name-look-alike': s(
    '"{found}", which looks the same as {other} but is written with other characters',
    'a name that nobody can mistake for another vendor',
    'write it with ordinary letters of one alphabet',
  ),
  'name-mixed-script': s(
    '"{found}", a word of letters from several alphabets',
    'letters of one alphabet in one word',
    'type the word anew',
  ),
  'directory-unknown': s('"{found}"', 'an id from {where} in content/directory.yaml: {list}', 'write one of these'),
  'contact-form': s('"{found}"', '{kind|contact}', 'correct it, or put it under another channel'),
  'exception-unneeded': s(
    'an exception from {found} for {path}, in which nothing breaks that rule there',
    'exceptions that are needed',
    'take this entry out',
  ),
  'name-wordless': s(
    '"{found}", a name without a letter or digit',
    'a name that can be read out and looked for',
    'write the name in letters',
  ),
  'office-main': s('a second main office', 'one main office at most', 'keep main: true at one office'),
  'price-range': s('{found}', 'not less than amount ({limit})', 'swap the two, or take out upTo'),
  'withdrawn-needed': s(
    'status withdrawn without saying when and why',
    'withdrawn: with on and reason',
    'add withdrawn:',
  ),
  'withdrawn-unneeded': s(
    'withdrawn: at a vendor that is {found}',
    'it only where status is withdrawn',
    'take it out, or set status: withdrawn',
  ),
  'reason-needed': s('"{found}" without a reason', 'a published reason', 'add the reason'),
  'facet-unknown': s('"{found}"', 'a facet of {criterion}: {list}', 'write the id of a facet'),
  'level-unknown': s('"{found}"', 'a level of this criterion: {list}', 'write one of these'),
  'answer-state': s(
    'state: {found} for a whole criterion',
    'a state there only if it is not-applicable or unknown; otherwise answer by {expected|part}',
    'write {expected|part} instead of this line',
  ),
  'answer-kind': s(
    '"{found}" for a criterion that is measured by {kind|measure}',
    '{expected}',
    'answer with {expected}',
  ),
  'answer-unmeasured': s(
    'an answer to a criterion that only customers and observers can judge',
    "no answer of the vendor's own",
    'take it out',
  ),
  'answer-empty': s(
    'an answer that says nothing',
    '{expected}, or a state',
    'answer with {expected}, or take out the criterion',
  ),
  'answer-conflict': s(
    '"{found}" beside state: {state}',
    'either a state for the whole criterion or the answer itself',
    'keep one of the two',
  ),
  'number-twice': s(
    '"{found}" beside {other}',
    'either value (with error where it is known) or numerator and denominator',
    'keep one of the two',
  ),
  'number-part': s('"{found}" without {expected}', 'value with error, or numerator with denominator', 'add {expected}'),
  'numerator-large': s('{found}', 'not more than denominator ({limit})', 'swap the two, or correct them'),
  'ratio-no-per': s(
    '"{found}" for a criterion that takes no ratio',
    'value: the number itself, in its unit',
    "answer with value, or ask an editor to write per: at the criterion's measure",
  ),
  'evidence-unknown': s(
    '"{found}"',
    'the id of an entry under evidence: {list}',
    'correct the id, or add the evidence',
  ),
  'evidence-unused': s(
    'evidence "{found}" that no answer points to',
    'evidence that stands behind an answer',
    'name it in an answer, or take it out',
  ),
  'evidence-formula': s(
    '"{found}", which a spreadsheet would run as a formula',
    'cells of plain text or numbers',
    'put an apostrophe before the sign, or leave the sign out',
  ),
  'evidence-absent': s(
    '"{found}", which is not in the repository',
    'a file below data/evidence/',
    'add the file, or correct the path',
  ),
  'personal-mobile': s('a mobile number ({found})', PRIVATE, REMOVE),
  'personal-id-number': s('an identity number ({found})', PRIVATE, REMOVE),
  'personal-bank-card': s('a bank card number ({found})', PRIVATE, REMOVE),
  'personal-email': s('a private e-mail address ({found})', PRIVATE, REMOVE),
  'renamed-in-use': s(
    '"{found}", which is the name of a file in data/vendors/',
    'a former name that nothing has any more',
    'take this entry out, or give the vendor file another name',
  ),
  'personal-wechat': s('a WeChat id ({found})', PRIVATE, REMOVE),

  'field-unknown': s(
    '"{found}"',
    'a field of the vendor file (see schemas/vendor.schema.json): {list}',
    'write one of these',
  ),
  'case-unfinished': s(
    'a closed case ({found}) without {expected}',
    'closedOn and outcome once a case is closed',
    'add {expected}',
  ),
  'case-still-open': s(
    '"{found}" in an open case',
    'it only once the case is closed',
    'set the state, or take out the line',
  ),

  number: s('"{found}"', 'a plain number such as 4 or 3.5, or an empty cell for unknown', 'write digits only'),
  'rating-range': s(
    '{found}',
    'a value from {low} to {high}, or an empty cell for unknown',
    'check the scale; an unanswered question stays empty',
  ),
  'coding-unmeasured': s(
    '"{found}", which is measured by a number or by others',
    'a criterion with facets or levels',
    'take the row out',
  ),
  'coding-facet': s(
    '"{found}" for a criterion with levels',
    'nothing: {criterion} has no facets',
    'leave the cell empty',
  ),
  duration: s(
    '"{found}"',
    'minutes (0 or more), "{never}" for never answered, or an empty cell for unknown',
    'write the minutes as a number',
  ),
  'collection-period': s(
    '{found}',
    'a day of collection {collection}, {from} to {to}',
    'check the day, leave the column collection empty, or correct the period in content/questionnaire.yaml',
  ),
  'days-discounted': s(
    '{found} reviews that share a day with others of the same vendor (vendors: {vendors}) and count as at most {most}',
    'reviews of different days',
    'if they were collected by one survey, declare a collection in content/questionnaire.yaml and name it in the column collection; if the true days are known, write them; else nothing need be done',
  ),

  'mapping-column': s(
    'the column "{found}", which the foreign file does not have',
    'a column of its head line: {list}',
    'write the name as the head line has it',
  ),
  'mapping-column-twice': s(
    'the column "{found}", which the head line has {times} times',
    'a name that only one column has',
    'rename one of the columns in the foreign file',
  ),
  'mapping-target-column': s('"{found}"', 'a column of our table: {list}', 'rename it, or take it out'),
  'mapping-required': s(
    'no column "{column}"',
    'a cell for every required column',
    'add {column}: with `from` or `value`',
  ),
  'mapping-date-format': s(
    'the date format "{found}"',
    'a format that tells {needs|precision}, made of YYYY M D H mm and the like, or iso, or excel',
    'write it as D/M/YYYY H:mm',
  ),
  'mapping-constant': s('"{found}"', 'a value that {column} may hold: {list}', 'correct the value'),
  'mapping-no-observations': s(
    'target: observations',
    'a questionnaire that has observations',
    'describe channels, scenarios and items in content/questionnaire.yaml first',
  ),
  'mapping-answer': s(
    '"{found}"',
    'the part by which {criterion} is measured: {expected} (- = by customers alone)',
    'give that part, or take the criterion out',
  ),
  'mapping-condition': s(
    'a condition that names both `column` and `any`, or neither',
    'either one column with one test, or `any` with several conditions',
    'keep one of the two',
  ),
  'mapping-test': s(
    'a condition with no test or several',
    'exactly one of: is, in, notIn, between, filled (none beside `any`)',
    'split it into several conditions',
  ),
  'mapping-source': s(
    'a cell that starts from nothing or from several things',
    'exactly one of: from, value, rowNumber, minutes, sum',
    'keep one of them',
  ),
  'mapping-otherwise': s(
    '`otherwise` without `when`',
    'conditions that can fail',
    'add `when`, or take `otherwise` out',
  ),
  'mapping-answer-parts': s(
    'an answer with no part or several',
    'exactly one of: value (with error, if at all), numerator with denominator, level, facets',
    'keep one of them, whole',
  ),
  'mapping-range': s('a scale whose two ends are the same', 'two different ends', 'correct the scale'),
};
