/** Reads the texts of a workspace: their heads, and where in them parts, links and headings stand. */
import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Slugger from 'github-slugger';
import { type MdastNode, markdownToMdast, mdxToMdast } from 'satteri';
import { decodeText } from '../load/encoding.ts';
import { fileProblem } from '../load/file-problem.ts';
import { nameFault } from '../load/names.ts';
import type { Place, RawYaml } from '../load/raw.ts';
import { yamlFile } from '../load/yaml.ts';
import type { Problem } from '../schema/problem.ts';
import { DECISION_PARTS } from '../schema/prose.ts';
import { type Language, LANGUAGES } from '../schema/text.ts';

export type ProseKind = 'guides' | 'policies' | 'methodology' | 'decisions';

/** A component or an HTML element in a text. */
export interface ProsePart extends Place {
  name: string;
  /** Attributes that are written as plain text. */
  attributes: ReadonlyMap<string, string>;
}

/** A link, or the source of an image, as it is written. */
export interface ProseLink extends Place {
  to: string;
}

/** A stretch of running text. */
export interface ProseText extends Place {
  text: string;
}

/** One file of prose. */
export interface ProseFile {
  /** From the workspace's root, with `/`. */
  path: string;
  kind: ProseKind;
  /** Folder of the file; the number of a decision. */
  slug: string;
  /** Languages that the file has text in: one, or for a decision those of its parts. */
  languages: readonly Language[];
  head: RawYaml;
  /** Why the text cannot be parsed; parts, links and texts are then empty. */
  fault?: Place & { message: string };
  parts: readonly ProsePart[];
  links: readonly ProseLink[];
  texts: readonly ProseText[];
  /** Ids of headings. */
  anchors: ReadonlySet<string>;
}

/** All texts of the workspace in `root`, and what is wrong with how the files lie there. A link to a file is not followed. */
export function readProse(root: string): { files: ProseFile[]; problems: Problem[] } {
  const files: ProseFile[] = [];
  const problems: Problem[] = [];
  const take = (path: string, kind: ProseKind, slug: string, language?: Language): void => {
    const stat = lstatSync(join(root, path));
    if (!stat.isFile()) {
      problems.push(fileProblem(path, stat.isSymbolicLink() ? 'file-link' : 'file-unexpected', { expected: path }));
      return;
    }
    const { text, encoding, problem } = decodeText(readFileSync(join(root, path)));
    if (problem !== undefined || encoding !== 'utf-8')
      problems.push(fileProblem(path, 'encoding-broken', { found: 'utf-8' }));
    else files.push(proseFile(path, kind, slug, text.replaceAll('\r\n', '\n'), language));
  };

  for (const kind of ['guides', 'policies', 'methodology'] as const) {
    for (const slug of namesIn(join(root, 'content', kind))) {
      const folder = `content/${kind}/${slug}`;
      const names = namesIn(join(root, folder));
      // Folders of the methodology are checked with the methods.
      const fault = kind !== 'methodology' && names.length > 0 ? nameFault(slug) : undefined;
      if (fault !== undefined)
        problems.push(fileProblem(folder, fault, { found: slug, expected: `content/${kind}/<id>/` }));
      for (const name of names) {
        const language = LANGUAGES.find((l) => name === `${l}.mdx`);
        if (language !== undefined) take(`${folder}/${name}`, kind, slug, language);
        else if (/\.mdx?$/.test(name) && name !== 'README.md')
          problems.push(
            fileProblem(`${folder}/${name}`, 'file-unexpected', { expected: `${folder}/zh.mdx, ${folder}/en.mdx` }),
          );
      }
    }
  }
  for (const name of namesIn(join(root, 'content/decisions'))) {
    if (/^\d{4}-.*\.mdx?$/.test(name)) take(`content/decisions/${name}`, 'decisions', name.slice(0, 4));
  }
  return { files, problems };
}

/** Names in a folder, sorted, without hidden ones; none when there is no such folder. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch {
    return [];
  }
}

function proseFile(
  path: string,
  kind: ProseKind,
  slug: string,
  text: string,
  language: Language | undefined,
): ProseFile {
  const [whole = '', head = ''] = /^---\n([\s\S]*?\n)?---(?:\n|$)/.exec(text) ?? [];
  // Blank lines keep every line where it is in the file.
  const body = '\n'.repeat(whole.split('\n').length - 1) + text.slice(whole.length);
  const languages =
    language === undefined
      ? LANGUAGES.filter((l) => body.split(/^## /m).some((part) => part.startsWith(`${DECISION_PARTS[l]}\n`)))
      : [language];
  const found = new Contents();
  let fault: ProseFile['fault'];
  try {
    found.visit(kind === 'decisions' ? markdownToMdast(body) : mdxToMdast(body));
  } catch (error) {
    fault = faultOf(error);
  }
  // A file without a head has an empty one, so that what is missing is listed.
  const file = yamlFile(path, slug, whole === '' ? '{}' : `\n${head}`);
  return { path, kind, slug, languages, head: file, ...(fault === undefined ? {} : { fault }), ...found };
}

/** Messages of the parser begin with their place and end with a code: `3:1: Expected … (3:1) (mdx-jsx:…)`. */
function faultOf(error: unknown): Place & { message: string } {
  const message = error instanceof Error ? error.message : String(error);
  const [, line = '0', column = '0', reason = message] = /^(\d+):(\d+): ([\s\S]*)$/.exec(message) ?? [];
  return { line: Number(line), column: Number(column), message: reason.replace(/ \((?:\d+:\d+|mdx[\w:-]*)\)/g, '') };
}

/** Collects what a text holds. */
class Contents {
  readonly parts: ProsePart[] = [];
  readonly links: ProseLink[] = [];
  readonly texts: ProseText[] = [];
  readonly anchors = new Set<string>();
  readonly #slugger = new Slugger();

  visit(node: MdastNode): void {
    const place = { line: node.position?.start.line ?? 0, column: node.position?.start.column ?? 0 };
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition')
      this.links.push({ ...place, to: node.url });
    else if (node.type === 'text') this.texts.push({ ...place, text: node.value });
    else if (node.type === 'heading') this.anchors.add(this.#slugger.slug(plainText(node)));
    else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') this.#part(node, place);
    if ('children' in node) for (const child of node.children) this.visit(child);
  }

  #part(node: Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>, place: Place): void {
    const attributes = new Map<string, string>();
    for (const attribute of node.attributes) {
      if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string')
        attributes.set(attribute.name, attribute.value);
    }
    // A fragment `<>` has no name.
    if (node.name) this.parts.push({ ...place, name: node.name, attributes });
    const to = attributes.get('href') ?? attributes.get('src');
    if (to !== undefined) this.links.push({ ...place, to });
    const id = attributes.get('id');
    if (id !== undefined) this.anchors.add(id);
  }
}

function plainText(node: MdastNode): string {
  if ('value' in node && typeof node.value === 'string') return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}
