/** `npm run sample`: makes the fictional data of a workspace, at any size, or checks that they are what would be made. */
import { resolve } from 'node:path';
import { runCommand, WrongUse } from '../src/command/arguments.ts';
import { comparePieces, copyContent, mayHoldSample, readSampleContext, writePieces } from '../src/sample/workspace.ts';
import { samplePieces } from '../src/sample/generate.ts';

/** Files listed at most. */
const MAX_LISTED = 100;

const HELP = {
  zh: `生成虚构的示例数据（data/vendors、reviews、observations、cases）。同样的参数得到同样的字节。
  --vendors N       机构数，默认 40
  --reviews M       评价总数（约），默认每家 37.5 条
  --observations K  计时联系总数（约），默认每家 15 次
  --seed S          种子，默认 hengping
  --out DIR         写入哪个工作区，默认与 --workspace 相同
  --with-content    同时把 content/ 和 data/release.yaml 复制过去，使其成为完整的工作区
  --clean           删除这些文件夹里不属于示例的文件
  --check           不写文件；缺少或与生成的不同的文件逐个列出并以 1 退出；示例之外的文件不管。
                    site.yaml 写明 sampleData: false 时没有可查的
  --workspace DIR   从哪个工作区读取 content/，默认当前目录`,
  en: `Makes fictional data (data/vendors, reviews, observations, cases). The same options give the same bytes.
  --vendors N       number of vendors, 40 by default
  --reviews M       reviews in all, roughly; 37.5 for each vendor by default
  --observations K  timed contacts in all, roughly; 15 for each vendor by default
  --seed S          seed, hengping by default
  --out DIR         workspace to write into; that of --workspace by default
  --with-content    also copy content/ and data/release.yaml there, to make it a whole workspace
  --clean           remove files in these folders that are not part of the sample
  --check           write nothing; list files that are missing or other than generated, and exit 1; files beside
                    the sample are left alone. Nothing to check where site.yaml says sampleData: false
  --workspace DIR   workspace whose content/ is read; the current folder by default`,
};

/** A whole number from `low`; throws WrongUse on anything else. */
function count(name: string, text: string | undefined, low: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < low) throw new WrongUse(`--${name} ${text}`);
  return value;
}

await runCommand(
  {
    name: 'sample',
    help: HELP,
    options: {
      vendors: { type: 'string' },
      reviews: { type: 'string' },
      observations: { type: 'string' },
      seed: { type: 'string' },
      out: { type: 'string' },
      'with-content': { type: 'boolean', default: false },
      clean: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
  },
  async (values, _words, language) => {
    const source = resolve(process.env['HENGPING_WORKSPACE'] ?? '.');
    const folder = resolve(values.out ?? source);
    const zh = language === 'zh';
    if (!mayHoldSample(folder)) {
      if (values.check) {
        process.stdout.write(
          zh
            ? 'site.yaml 写明 sampleData: false，没有示例可查。\n'
            : 'site.yaml says sampleData: false; there is no sample to check.\n',
        );
        return 0;
      }
      throw new Error(
        zh
          ? `${folder} 的 site.yaml 写明 sampleData: false，不写入虚构数据`
          : `site.yaml of ${folder} says sampleData: false; no fictional data go there`,
      );
    }
    const vendors = count('vendors', values.vendors, 1);
    const reviews = count('reviews', values.reviews, 0);
    const observations = count('observations', values.observations, 0);
    const options = {
      ...readSampleContext(source),
      ...(vendors === undefined ? {} : { vendors }),
      ...(reviews === undefined ? {} : { reviews }),
      ...(observations === undefined ? {} : { observations }),
      ...(values.seed === undefined ? {} : { seed: values.seed }),
    };
    if (values.check) {
      const differences = comparePieces(folder, samplePieces(options));
      const words = zh
        ? { missing: '缺少', differs: '与生成的示例不同' }
        : { missing: 'missing', differs: 'differs from the generated sample' };
      for (const { path, kind } of differences.slice(0, MAX_LISTED)) process.stdout.write(`${path}: ${words[kind]}\n`);
      const more = differences.length - MAX_LISTED;
      if (more > 0) process.stdout.write(zh ? `另有 ${more} 个文件\n` : `and ${more} more\n`);
      return differences.length > 0 ? 1 : 0;
    }
    if (values['with-content'] && folder !== source) copyContent(source, folder);
    const written = writePieces(folder, samplePieces(options), values.clean);
    process.stdout.write(
      zh
        ? `写入 ${written.files} 个文件，${written.characters} 个字符。\n`
        : `${written.files} files, ${written.characters} characters.\n`,
    );
    for (const path of written.extras)
      process.stderr.write(
        zh ? `${path}：不属于示例；加 --clean 删除\n` : `${path}: not part of the sample; --clean removes it\n`,
      );
    return written.extras.length > 0 ? 1 : 0;
  },
);
