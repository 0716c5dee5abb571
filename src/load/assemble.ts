/** Puts files that have been read together to a workspace: text to raw records, each with its fingerprint. */
import type { InputFile } from '../schema/dataset.ts';
import type { Problem } from '../schema/problem.ts';
import { csvFile } from './csv-file.ts';
import { decodeText, detectEncoding } from './encoding.ts';
import { isTextEvidence } from './evidence.ts';
import { fileProblem } from './file-problem.ts';
import type { FileKind } from './find.ts';
import type { RawCsv, RawMethod, RawWorkspace, RawYaml } from './raw.ts';
import { fastYaml } from './yaml-fast.ts';
import { brokenYaml, yamlFile } from './yaml.ts';
import { sha256 } from './sha256.ts';

/** A file with its bytes. Evidence is known by name only and may come without. */
export interface ReadFile {
  path: string;
  kind: FileKind;
  bytes: Uint8Array;
}

/**
 * Parses the files of a workspace.
 * @param files in the order of their paths.
 * @param problems what was found while looking for them; more may join while `files` is read.
 */
export function assembleWorkspace(files: Iterable<ReadFile>, problems: Problem[] = []): RawWorkspace {
  const assembly = new Assembly(problems);
  for (const file of files) assembly.add(file);
  return assembly.workspace();
}

class Assembly {
  readonly #problems: Problem[];
  readonly #inputs: InputFile[] = [];
  readonly #yaml = new Map<FileKind, RawYaml[]>();
  readonly #csv = new Map<FileKind, RawCsv[]>();
  readonly #prose = new Map<string, string[]>();
  readonly #decisions = new Set<string>();
  readonly #evidence = new Map<string, string | undefined>();

  constructor(problems: Problem[]) {
    this.#problems = problems;
  }

  add({ path, kind, bytes }: ReadFile): void {
    if (kind === 'evidence') {
      this.#evidence.set(path, isTextEvidence(path) ? new TextDecoder().decode(bytes) : undefined);
      return;
    }
    this.#inputs.push({ path, bytes: bytes.length, sha256: sha256(bytes) });
    const parts = path.split('/');
    if (kind === 'decision') this.#decisions.add((parts.at(-1) ?? '').slice(0, 4));
    else if (kind === 'prose') push(this.#prose, parts[2] ?? '', (parts[3] ?? '').slice(0, 2));
    else if (kind === 'reviews' || kind === 'observations' || kind === 'codings') this.#addCsv(path, kind, bytes);
    else this.#addYaml(path, kind, bytes);
  }

  workspace(): RawWorkspace {
    const one = (kind: FileKind): RawYaml | undefined => this.#yaml.get(kind)?.[0];
    const methods = (this.#yaml.get('method') ?? []).map((file): RawMethod => {
      return { version: file.name, file, prose: this.#prose.get(file.name) ?? [] };
    });
    const single = {
      site: one('site'),
      release: one('release'),
      directory: one('directory'),
      questionnaire: one('questionnaire'),
      contract: one('contract'),
      exceptions: one('exceptions'),
      renamed: one('renamed'),
      holdout: one('holdout'),
    };
    return {
      ...(Object.fromEntries(Object.entries(single).filter(([, file]) => file !== undefined)) as Record<
        string,
        RawYaml
      >),
      frameworks: this.#yaml.get('framework') ?? [],
      methods,
      vendors: this.#yaml.get('vendor') ?? [],
      cases: this.#yaml.get('case') ?? [],
      reviews: this.#csv.get('reviews') ?? [],
      observations: this.#csv.get('observations') ?? [],
      codings: this.#csv.get('codings') ?? [],
      summaries: this.#yaml.get('summaries') ?? [],
      decisions: this.#decisions,
      evidence: this.#evidence,
      inputs: this.#inputs,
      problems: this.#problems,
    };
  }

  #addYaml(path: string, kind: FileKind, bytes: Uint8Array): void {
    const parts = path.split('/');
    const name = kind === 'method' ? (parts[2] ?? '') : (parts.at(-1) ?? '').replace(/\.(?:yaml|json)$/, '');
    const { text, encoding, problem } = decodeText(bytes);
    if (encoding !== 'utf-8' || problem !== undefined) {
      this.#problems.push(
        fileProblem(path, problem === 'encoding-broken' ? problem : 'encoding-yaml', { found: encoding }),
      );
      push(this.#yaml, kind, brokenYaml(path, name));
      return;
    }
    push(this.#yaml, kind, kind === 'summaries' ? jsonFile(path, name, text) : yamlFile(path, name, text, fastYaml));
  }

  #addCsv(path: string, kind: FileKind, bytes: Uint8Array): void {
    const found = detectEncoding(bytes);
    if (found.problem !== undefined) this.#problems.push(fileProblem(path, found.problem, { found: found.encoding }));
    push(this.#csv, kind, csvFile(path, bytes, found));
  }
}

/** Large JSON, read as such: as YAML, which knows places, only when a place is asked for or it is no JSON. */
function jsonFile(path: string, name: string, text: string): RawYaml {
  const yaml = yamlFile(path, name, text);
  try {
    const value: unknown = JSON.parse(text);
    return {
      path,
      name,
      value,
      broken: false,
      locate: (at, what) => yaml.locate(at, what),
      written: (at) => yaml.written(at),
    };
  } catch {
    return yaml;
  }
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
