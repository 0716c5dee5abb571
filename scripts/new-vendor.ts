/** `npm run new:vendor`: asks a few questions and writes a valid vendor file. */
import { runCommand, WrongUse } from '../src/command/arguments.ts';
import { type Answers, type Flag, FLAGS } from '../src/command/new-vendor/fields.ts';
import { makeNewVendor } from '../src/command/new-vendor/make.ts';
import { workspaceFolder } from '../src/pipeline.ts';

const NO_TERMINAL = {
  zh: '这里不是终端，无法询问：用参数给出资料，并加上 --yes',
  en: 'there is no terminal to ask at: give the data as options, with --yes',
};

const several = { type: 'string', multiple: true } as const;
const one = { type: 'string' } as const;

await runCommand(
  {
    name: 'new:vendor',
    help: {
      zh: `新建服务商文件 data/vendors/代号.yaml：逐项询问（包括价格、证据、回答），先检查后写入。基本资料也可用参数给出：
  --name-zh 名称  --name-en 名称  --slug 代号（默认取拼音）
  --legal-name 名称  --credit-code 代码  --status listed|participating
  --region 省份  --city 城市  --service 服务（可多次）  --industry 行业（可多次）  --language 语言（可多次）
  --licence 状态  --website 网址  --contact 渠道=内容（可多次）  --interests-zh 说明  --interests-en 说明
  --yes            不询问；没给的取默认值或留空
  --dry-run        只输出文件内容，不写入
  --workspace DIR  工作区（默认为当前目录，或环境变量 HENGPING_WORKSPACE）
  --lang zh|en     提问的语言
省份、城市、服务等可写编号，也可写中英文名称。`,
      en: `Makes data/vendors/SLUG.yaml: asks (prices, evidence and answers too), checks, then writes. Basic data can be options instead:
  --name-zh NAME  --name-en NAME  --slug SLUG (default: pinyin of the name)
  --legal-name NAME  --credit-code CODE  --status listed|participating
  --region REGION  --city CITY  --service ID (repeat)  --industry ID (repeat)  --language ID (repeat)
  --licence STATE  --website URL  --contact CHANNEL=VALUE (repeat)  --interests-zh TEXT  --interests-en TEXT
  --yes            ask nothing; what is not given takes its default or stays away
  --dry-run        print the file instead of writing it
  --workspace DIR  the workspace (default: this folder, or HENGPING_WORKSPACE)
  --lang zh|en     language of the questions
Region, city, services and the like may be written as ids or as names in either language.`,
    },
    options: {
      'name-zh': one,
      'name-en': one,
      slug: one,
      'legal-name': one,
      'credit-code': one,
      status: one,
      region: one,
      city: one,
      service: several,
      industry: several,
      language: several,
      licence: one,
      website: one,
      contact: several,
      'interests-zh': one,
      'interests-en': one,
      yes: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
  },
  async (values, _words, language) => {
    const flags: Answers = {};
    for (const flag of Object.keys(FLAGS) as Flag[]) {
      const given = values[flag];
      if (given !== undefined) flags[flag] = typeof given === 'string' ? [given] : given;
    }
    if (!values.yes && process.stdin.isTTY !== true) throw new WrongUse(NO_TERMINAL);
    const text = await makeNewVendor({
      folder: workspaceFolder(),
      flags,
      // Questions go to standard error, so that standard output stays for results.
      ...(values.yes ? {} : { terminal: { input: process.stdin, output: process.stderr } }),
      dry: values['dry-run'],
      language,
      say: (message) => void process.stderr.write(message),
    });
    if (values['dry-run'] && text !== undefined) process.stdout.write(text);
    return text === undefined ? 1 : 0;
  },
);
