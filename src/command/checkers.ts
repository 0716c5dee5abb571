/** Checks of the repository beside its data: its code by the commands of packages, the schemas for editors, the owners of files. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf } from '../build/step.ts';
import { sampleWords } from '../schema/sample.ts';
import type { Bilingual } from '../schema/text.ts';
import { NO_QUESTIONS } from '../validate/editorial.ts';
import { type InputShape, inputShapes } from '../views/published/input-shapes.ts';
import { bareInputSchema } from '../views/published/json-schema.ts';

export interface Checker {
  name: Bilingual;
  /** The package that brings the command, where it has another name. */
  package?: string;
  /** A package's command and its arguments. */
  command: readonly [string, ...string[]];
}

export const CHECKERS: readonly Checker[] = [
  { name: { zh: '类型', en: 'types' }, command: ['astro', 'check'] },
  { name: { zh: '代码规范', en: 'lint' }, command: ['eslint', '.'] },
  { name: { zh: '代码格式', en: 'format' }, command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  {
    name: { zh: '引用规则', en: 'imports' },
    package: 'dependency-cruiser',
    command: ['depcruise', 'src', 'scripts', 'test', '--config', '.dependency-cruiser.cjs'],
  },
];

interface CheckerResult {
  passed: boolean;
  /** One line. */
  summary: Bilingual;
  /** What the program wrote, when it failed; ends with a line feed when there is any. */
  output: string;
}

/** Runs one checker in the project's folder. A program that cannot be started counts as failed. */
export async function runChecker({ name, package: from, command }: Checker, project: string): Promise<CheckerResult> {
  const [program, ...args] = command;
  let script: string;
  try {
    script = commandOf(from ?? program, program, project);
  } catch (error) {
    return { passed: false, summary: summaryOf(false, name, command), output: `${(error as Error).message}\n` };
  }
  return new Promise((done) => {
    let output = '';
    const child = spawn(process.execPath, [script, ...args], { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
    const take = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => (output += `${error.message}\n`));
    child.on('close', (code) => {
      const passed = code === 0;
      done({ passed, summary: summaryOf(passed, name, command), output: passed ? '' : `${output.trimEnd()}\n` });
    });
  });
}

/** Starts all checkers at once; each result comes as soon as it is there. */
export function startCheckers(checkers: readonly Checker[], project: string): Promise<CheckerResult>[] {
  return checkers.map((checker) => runChecker(checker, project));
}

function summaryOf(passed: boolean, name: Bilingual, command: Checker['command']): Bilingual {
  return {
    zh: `${passed ? '通过' : '未通过'}  ${name.zh}：${command.join(' ')}`,
    en: `${passed ? 'pass' : 'FAIL'}  ${name.en}: ${command.join(' ')}`,
  };
}

const OWNERS = '.github/CODEOWNERS';

/** Whether `schemas/` is what the program would write. */
export function checkSchemas(project: string): CheckerResult {
  const differing = schemasDiffering(project);
  const passed = differing.length === 0;
  const [zh, en] = passed ? ['通过', 'pass'] : ['未通过', 'FAIL'];
  return {
    passed,
    summary: { zh: `${zh}  编辑器用的格式：schemas/`, en: `${en}  schemas for editors: schemas/` },
    output: passed ? '' : `${differing.map((path) => `${path}: npx node scripts/schemas.ts\n`).join('')}`,
  };
}

/** A warning when files are owned by a team that is only an example: nobody would be asked about a change. */
export function ownersWarning(project: string): Bilingual | undefined {
  const path = join(project, OWNERS);
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  const at = lines.findIndex((line) => !line.startsWith('#') && /@[\w.-]*-example\b/.test(line));
  if (at < 0) return undefined;
  const [owner = ''] = /@\S+/.exec(lines[at] ?? '') ?? [];
  return {
    zh: `提醒 ${OWNERS}:${at + 1}:1 - ${owner} 只是示例，仓库主机不会找任何人审阅；换成您自己的团队\n`,
    en: `warning ${OWNERS}:${at + 1}:1 - ${owner} is only an example, so the host asks nobody to review; put your own team in its place\n`,
  };
}

/** Folder of the schemas, beside `content/` and `data/`. */
const SCHEMAS = 'schemas';

/** Shapes of rows of tables and of a frozen release: no YAML. */
const NO_YAML: readonly string[] = ['review', 'observation', 'coding', 'frozen-release'];

const SAMPLE: InputShape = {
  name: 'sample',
  about: { zh: 'content/sample.yaml：示例数据的用语', en: 'content/sample.yaml: the words of the sample data' },
  shape: () => sampleWords,
};

/** The text of each schema by its file name. They name no address, so that they are the same for every site. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const shapes = [...inputShapes.filter((shape) => !NO_YAML.includes(shape.name)), SAMPLE];
  return new Map(
    shapes.map((shape) => [
      `${shape.name}.schema.json`,
      `${JSON.stringify(bareInputSchema(shape, NO_QUESTIONS), null, 2)}\n`,
    ]),
  );
}

/** Schemas in `folder` that are missing, one too many, or other than generated; from the root of the workspace, sorted. */
export function schemasDiffering(folder: string): string[] {
  const files = schemaFiles();
  const own = join(folder, SCHEMAS);
  const there = existsSync(own) ? readdirSync(own) : [];
  const names = [...new Set([...files.keys(), ...there])].sort();
  return names
    .filter((name) => !there.includes(name) || readFileSync(join(own, name), 'utf8') !== files.get(name))
    .map((name) => `${SCHEMAS}/${name}`);
}

/** Writes the schemas into `folder` and removes those that are no longer made. @returns how many there are. */
export function writeSchemas(folder: string): number {
  for (const path of schemasDiffering(folder)) rmSync(join(folder, path), { force: true });
  mkdirSync(join(folder, SCHEMAS), { recursive: true });
  const files = schemaFiles();
  for (const [name, text] of files) writeFileSync(join(folder, SCHEMAS, name), text);
  return files.size;
}
