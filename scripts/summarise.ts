/** `npm run summarise`: sums over reviews too many to be read row by row, computed by a database. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import Papa from 'papaparse';
import { WrongUse, runCommand } from '../src/command/arguments.ts';
import { nameFault } from '../src/load/names.ts';
import { readWorkspace } from '../src/load/workspace.ts';
import { workspaceFolder } from '../src/pipeline.ts';
import { SUMMARIES_FOLDER, type SummariesFile } from '../src/schema/summaries.ts';
import type { Language } from '../src/schema/text.ts';
import type { LocatedRow } from '../src/summarise/duckdb.ts';
import { type ResultLine, type RowFault, faultsOf, summariesOf, summariesText } from '../src/summarise/result.ts';
import { DIALECTS, type DialectName, RESULT, type SummariseInput, summariseSql } from '../src/summarise/sql.ts';
import { requireDataset, validateWorkspace } from '../src/validate/workspace.ts';

/** The workspace without the summaries that are to be made anew. @throws WorkspaceProblems, and Error for a method that no sums can follow. */
async function workspaceWithoutSums(language: Language): Promise<SummariseInput> {
  const dataset = requireDataset(validateWorkspace({ ...(await readWorkspace(workspaceFolder())), summaries: [] }));
  if (dataset.method.reviews.dayShare !== undefined)
    throw new Error(
      language === 'zh'
        ? '方法限制一天所占的份额（dayShare），这不能由各项之和算出；请用 2026.2 起的方法'
        : 'the method limits the share of a day (dayShare), which no sums can follow; use a method from 2026.2 on',
    );
  return dataset;
}

/** Name, size and hash of a local file; of an address the name alone. */
async function sourceOf(file: string): Promise<SummariesFile['computedFrom']['sources'][number]> {
  if (/^\w+:\/\//.test(file)) return { name: file };
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  return { name: basename(file), bytes: (await stat(file)).size, sha256: hash.digest('hex') };
}

/** The sentences on rows that break rules. */
function faultText(faults: readonly RowFault[], located: readonly LocatedRow[], language: Language): string {
  const zh = language === 'zh';
  const lines = faults.flatMap(({ rule, column, rows, id }) => [
    zh ? `${column}：${rows} 条 [${rule}]` : `${column}: ${rows} rows [${rule}]`,
    ...located
      .filter((l) => l.rule === rule && l.column === column)
      .map((l) =>
        zh
          ? `  ${l.file} 第 ${l.row} 条记录（${l.id ?? '无编号'}）`
          : `  ${l.file} record ${l.row} (${l.id ?? 'no id'})`,
      ),
    ...(located.length === 0 && id !== undefined ? [zh ? `  例如 ${id}` : `  such as ${id}`] : []),
  ]);
  const end = zh ? '有不合规则的评价，什么都没有写。' : 'Some reviews break rules; nothing was written.';
  return `${[...lines, end].join('\n')}\n`;
}

await runCommand(
  {
    name: 'summarise',
    help: {
      zh: `用数据库把大量评价汇总为计分所需的和，写入 ${SUMMARIES_FOLDER}/ID.json，代替逐条的评价。
  npm run summarise -- --id ID 文件...     DuckDB 读取 CSV 或 Parquet（本地文件或网址，列与 data/reviews 相同）
  npm run summarise -- --dialect postgres  只输出 SQL（${Object.keys(DIALECTS).join('、')}），在别的数据库运行
  npm run summarise -- --id ID --result sums.csv --source 名称   读取上述 SQL 的结果（CSV，有无表头均可）
  --id ID          写出的文件名
  --memory 2GB     DuckDB 最多用多少内存
  --threads N      DuckDB 用几个线程
  --scratch DIR    DuckDB 临时文件放在哪里（默认为系统临时文件夹）
  --table NAME     SQL 读取的表（默认为 reviews；各列为文本，空格为 NULL）
  --workspace DIR  工作区
不检查文字内容，也不写出文字。`,
      en: `Turns many reviews into the sums that scoring needs, by a database, and writes ${SUMMARIES_FOLDER}/ID.json in place of the rows.
  npm run summarise -- --id ID FILES...    DuckDB reads CSV or Parquet (local files or addresses; the columns of data/reviews)
  npm run summarise -- --dialect postgres  only prints the SQL (${Object.keys(DIALECTS).join(', ')}), to be run elsewhere
  npm run summarise -- --id ID --result sums.csv --source NAME   reads what that SQL gave (CSV, with or without a header)
  --id ID          name of the file that is written
  --memory 2GB     most memory that DuckDB takes
  --threads N      threads that DuckDB uses
  --scratch DIR    where DuckDB puts temporary files (default: the system's folder)
  --table NAME     the table that the SQL reads (default: reviews; all columns text, NULL for empty cells)
  --workspace DIR  the workspace
Texts of reviews are neither checked nor written.`,
    },
    options: {
      id: { type: 'string' },
      dialect: { type: 'string' },
      table: { type: 'string', default: 'reviews' },
      result: { type: 'string' },
      source: { type: 'string' },
      memory: { type: 'string', default: '2GB' },
      threads: { type: 'string' },
      scratch: { type: 'string', default: tmpdir() },
    },
    words: true,
  },
  async (values, files, language) => {
    if (values.dialect !== undefined) {
      const dialect = DIALECTS[values.dialect as DialectName] as (typeof DIALECTS)[DialectName] | undefined;
      if (!Object.hasOwn(DIALECTS, values.dialect) || dialect === undefined)
        throw new WrongUse(`--dialect ${Object.keys(DIALECTS).join(' | ')}`);
      const statements = summariseSql(await workspaceWithoutSums(language), values.table, dialect);
      process.stdout.write([...statements, RESULT].map((statement) => `${statement};\n`).join('\n'));
      return 0;
    }
    const { id } = values;
    if (id === undefined || nameFault(id) !== undefined) throw new WrongUse('--id ID (a-z, 0-9, -)');
    if ((values.result === undefined) === (files.length === 0))
      throw new WrongUse('FILES... | --result sums.csv --source NAME');
    const input = await workspaceWithoutSums(language);
    let result: readonly ResultLine[];
    let engine: string;
    let located: LocatedRow[] = [];
    let sources: SummariesFile['computedFrom']['sources'];
    if (values.result === undefined) {
      // Loaded only here: it is optional, and large.
      const { WrongColumns, summariseWithDuckDb } = await import('../src/summarise/duckdb.ts');
      const { memory, scratch } = values;
      const threads = values.threads === undefined ? {} : { threads: Number(values.threads) };
      try {
        ({ result, engine, located } = await summariseWithDuckDb(input, files, { memory, scratch, ...threads }));
      } catch (error) {
        if (!(error instanceof WrongColumns)) throw error;
        const { missing, unknown } = error;
        const zh = language === 'zh';
        if (missing.length > 0)
          process.stderr.write(`${zh ? '缺少的列：' : 'missing columns: '}${missing.join(', ')}\n`);
        if (unknown.length > 0)
          process.stderr.write(`${zh ? '不认识的列：' : 'unknown columns: '}${unknown.join(', ')}\n`);
        return 1;
      }
      sources = await Promise.all(files.map(sourceOf));
    } else {
      if (values.source === undefined) throw new WrongUse('--source NAME');
      const { data } = Papa.parse<string[]>(await readFile(values.result, 'utf8'), { skipEmptyLines: true });
      result = data.filter(([kind]) => kind !== 'kind');
      engine = 'SQL';
      sources = [{ name: values.source }];
    }
    const faults = faultsOf(result);
    if (faults.length > 0) {
      process.stderr.write(faultText(faults, located, language));
      return 1;
    }
    const file = summariesOf(result, input, engine, sources);
    const path = join(workspaceFolder(), SUMMARIES_FOLDER, `${id}.json`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, summariesText(file));
    const { rows } = file.computedFrom;
    const vendors = Object.keys(file.vendors).length;
    process.stdout.write(
      language === 'zh'
        ? `${path}：${rows} 条评价，${vendors} 家\n`
        : `${path}: ${rows} reviews of ${vendors} vendors\n`,
    );
    return 0;
  },
);
