/** Schemas beside a workspace, and an editor's language server that works by them: what people see who write these files. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  checkSchemas,
  ownersWarning,
  schemaFiles,
  schemasDiffering,
  writeSchemas,
} from '../../src/command/checkers.ts';

const ROOT = resolve(import.meta.dirname, '../..');

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'schemas-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('the schemas of the repository', () => {
  it('are what the program would write now', () => {
    expect(schemasDiffering(ROOT)).toEqual([]);
    expect(readdirSync(join(ROOT, 'schemas')).sort()).toEqual([...schemaFiles().keys()].sort());
  });

  it('name no address, so that no editor asks a host for them', () => {
    for (const [name, text] of schemaFiles()) {
      expect(Object.keys(JSON.parse(text) as object), name).not.toContain('$id');
      expect(text.match(/"\$ref": "(?!#)/g), name).toBeNull();
    }
  });

  it('are told when one is missing, other than generated, or none any more, and are right once written', () => {
    const folder = emptyFolder();
    expect(schemasDiffering(folder)).toHaveLength(schemaFiles().size);
    expect(writeSchemas(folder)).toBe(schemaFiles().size);
    expect(schemasDiffering(folder)).toEqual([]);
    rmSync(join(folder, 'schemas/case.schema.json'));
    writeFileSync(join(folder, 'schemas/vendor.schema.json'), '{}');
    writeFileSync(join(folder, 'schemas/old.schema.json'), '{}');
    expect(schemasDiffering(folder)).toEqual([
      'schemas/case.schema.json',
      'schemas/old.schema.json',
      'schemas/vendor.schema.json',
    ]);
    writeSchemas(folder);
    expect(schemasDiffering(folder)).toEqual([]);
    expect(existsSync(join(folder, 'schemas/old.schema.json'))).toBe(false);
  });
});

describe('the check of the repository', () => {
  it('passes with the schemas as generated, and names those that are not with the command that writes them', () => {
    expect(checkSchemas(ROOT)).toEqual({
      passed: true,
      summary: { zh: '通过  编辑器用的格式：schemas/', en: 'pass  schemas for editors: schemas/' },
      output: '',
    });
    const folder = emptyFolder();
    writeSchemas(folder);
    writeFileSync(join(folder, 'schemas/vendor.schema.json'), '{}');
    expect(checkSchemas(folder)).toMatchObject({
      passed: false,
      output: 'schemas/vendor.schema.json: npx node scripts/schemas.ts\n',
    });
  });

  it('warns of owners of files that are only an example, with the line, until they are replaced', () => {
    const folder = emptyFolder();
    expect(ownersWarning(folder)).toBeUndefined();
    mkdirSync(join(folder, '.github'));
    writeFileSync(join(folder, '.github/CODEOWNERS'), '# @a-example/b\n/data/\n* @hengping-example/editors\n');
    expect(ownersWarning(folder)).toEqual({
      zh: '提醒 .github/CODEOWNERS:3:1 - @hengping-example/editors 只是示例，仓库主机不会找任何人审阅；换成您自己的团队\n',
      en: 'warning .github/CODEOWNERS:3:1 - @hengping-example/editors is only an example, so the host asks nobody to review; put your own team in its place\n',
    });
    writeFileSync(join(folder, '.github/CODEOWNERS'), '* @acme/editors\n');
    expect(ownersWarning(folder)).toBeUndefined();
  });
});

interface Diagnostic {
  message: string;
  range: { start: { line: number; character: number } };
}

/** The language server that editors run for YAML, by its protocol over standard input and output. */
class LanguageServer {
  readonly #process: ChildProcess;
  readonly #answers = new Map<number, (result: unknown) => void>();
  readonly #diagnostics = new Map<string, (found: Diagnostic[]) => void>();
  #received = Buffer.alloc(0);
  #last = 0;

  constructor() {
    this.#process = spawn(
      process.execPath,
      [join(ROOT, 'node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'],
      { stdio: ['pipe', 'pipe', 'ignore'] },
    );
    this.#process.stdout?.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#read();
    });
  }

  /** Takes whole messages out of what has come so far. */
  #read(): void {
    for (;;) {
      const end = this.#received.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(this.#received.subarray(0, Math.max(end, 0)).toString())?.[1]);
      if (end < 0 || this.#received.length < end + 4 + length) return;
      const message = JSON.parse(this.#received.subarray(end + 4, end + 4 + length).toString()) as {
        id?: number;
        method?: string;
        result?: unknown;
        params?: { uri: string; diagnostics: Diagnostic[] };
      };
      this.#received = this.#received.subarray(end + 4 + length);
      if (message.method === 'textDocument/publishDiagnostics')
        this.#diagnostics.get(message.params?.uri ?? '')?.(message.params?.diagnostics ?? []);
      // What the server asks its editor for (settings) is answered with nothing.
      else if (message.method !== undefined && message.id !== undefined) this.#send({ id: message.id, result: null });
      else if (message.id !== undefined) this.#answers.get(message.id)?.(message.result);
    }
  }

  #send(message: object): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin?.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  ask(method: string, params: object): Promise<unknown> {
    const id = (this.#last += 1);
    return new Promise((done) => {
      this.#answers.set(id, done);
      this.#send({ id, method, params });
    });
  }

  async start(): Promise<void> {
    await this.ask('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { completion: { completionItem: { snippetSupport: false } } } },
    });
    this.#send({ method: 'initialized', params: {} });
    this.#send({
      method: 'workspace/didChangeConfiguration',
      params: { settings: { yaml: { validate: true, completion: true, schemaStore: { enable: false } } } },
    });
  }

  /** What an editor would underline in the file. */
  open(path: string, text = readFileSync(path, 'utf8')): Promise<Diagnostic[]> {
    const uri = pathToFileURL(path).href;
    return new Promise((done) => {
      this.#diagnostics.set(uri, done);
      this.#send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri, languageId: 'yaml', version: 1, text } },
      });
    });
  }

  /** What an editor would offer at a place of an open file; lines and characters from 0. */
  async completions(path: string, line: number, character: number): Promise<string[]> {
    const result = (await this.ask('textDocument/completion', {
      textDocument: { uri: pathToFileURL(path).href },
      position: { line, character },
    })) as { items: { label: string }[] };
    return result.items.map((item) => item.label);
  }

  end(): void {
    this.#process.kill();
  }
}

describe('an editor with the language server for YAML', () => {
  let server: LanguageServer;
  beforeAll(async () => {
    server = new LanguageServer();
    await server.start();
  });
  afterAll(() => server.end());

  /** A file in a workspace of its own that has schemas. */
  const written = (path: string, text: string): string => {
    const folder = emptyFolder();
    cpSync(join(ROOT, 'schemas'), join(folder, 'schemas'), { recursive: true });
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    return join(folder, path);
  };

  it.each([
    'content/site.yaml',
    'content/directory.yaml',
    'content/contract.yaml',
    'content/questionnaire.yaml',
    'content/sample.yaml',
    'content/frameworks/after-sales.yaml',
    'content/methodology/2026.1/method.yaml',
    'test/workspaces/skytrax-lounge/data/imports/skytrax-lounge.yaml',
    'test/workspaces/golden/data/release.yaml',
    'test/workspaces/golden/data/vendors/anchor.yaml',
  ])('finds nothing wrong with %s, and something once a key is added', async (path) => {
    expect(await server.open(join(ROOT, path))).toEqual([]);
    const faulty = join(ROOT, path.replace(/\.yaml$/, '-with-a-fault.yaml'));
    expect(
      (await server.open(faulty, `${readFileSync(join(ROOT, path), 'utf8')}\nnonsense: 1\n`)).map((d) => d.message),
    ).toContainEqual(expect.stringContaining('nonsense'));
  });

  it('underlines a status that there is not, and offers those that there are', async () => {
    const line = '# yaml-language-server: $schema=../../schemas/vendor.schema.json';
    const path = written('data/vendors/acme.yaml', `${line}\nname: { en: Acme }\nstatus: partcipating\n`);
    const [found, ...others] = await server.open(path);
    expect(others).toEqual([]);
    expect(found?.range.start.line).toBe(2);
    expect(found?.message).toContain('participating');
    expect(await server.completions(path, 2, 'status: '.length)).toEqual(
      expect.arrayContaining(['listed', 'participating', 'withdrawn']),
    );
  });

  it('offers the fields of a vendor file', async () => {
    const path = written(
      'data/vendors/acme.yaml',
      '# yaml-language-server: $schema=../../schemas/vendor.schema.json\nname: { en: Acme }\nstatus: listed\n\n',
    );
    await server.open(path);
    expect(await server.completions(path, 3, 0)).toEqual(
      expect.arrayContaining(['creditCode', 'website', 'prices', 'answers']),
    );
  });
});
