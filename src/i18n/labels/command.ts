/** Words of what every command says about a wrong call. */
import { both } from '../both.ts';

export const commandLabels = both(
  {
    unknownOption: (option: string, near: string) => `没有 ${option} 这个选项${near === '' ? '' : `，是不是 ${near}`}`,
    noValue: (option: string) => `${option} 后面要写一个值，例如 ${option} 值`,
    valueLikeOption: (option: string, value: string) =>
      `${option} 后面要写一个值，却是另一个选项 ${value}；值若确以“-”开头，写成 ${option}=${value}`,
    takesNoValue: (option: string) => `${option} 不带值，只写 ${option}`,
    words: (words: string, name: string) => `多出来的词：${words}。选项写在 -- 之后：npm run ${name} -- --选项 值`,
    language: (asked: string) => `--lang ${asked}：只能是 zh 或 en`,
    help: (call: string) => `用法见：${call} --help`,
    problems: (count: number) => `共 ${count} 个问题。`,
    noFile: (path: string) => `给出的路径 ${path} 不存在`,
    noRevision: (ref: string) =>
      `--base ${ref}：本仓库没有这个版本；可用分支名、标签或提交编号，git branch --all 和 git log --oneline 会列出来`,
    noRepository: (folder: string) =>
      `--base 要与 git 版本比较，而 ${folder} 不在 git 仓库里；可用 --base-dir 与另一个文件夹比较`,
    one: (choices: string) => `只能是其中之一：${choices}`,
    bareAstro: '请用 npm run build 生成网站：单独运行 astro build 得到的网站没有搜索，也没有核对。',
  },
  {
    unknownOption: (option, near) => `there is no option ${option}${near === '' ? '' : `; perhaps ${near}`}`,
    noValue: (option) => `${option} needs a value, as in ${option} VALUE`,
    valueLikeOption: (option, value) =>
      `${option} needs a value and is followed by the option ${value}; if the value does begin with "-", write ${option}=${value}`,
    takesNoValue: (option) => `${option} takes no value; write ${option} alone`,
    words: (words, name) =>
      `words that mean nothing here: ${words}. Options come after --, as in npm run ${name} -- --option VALUE`,
    language: (asked) => `--lang ${asked}: zh or en`,
    help: (call) => `For use see: ${call} --help`,
    problems: (count) => `${count} problem(s) in all.`,
    noFile: (path) => `the path ${path} was given and does not exist`,
    noRevision: (ref) =>
      `--base ${ref}: the repository has no such revision; a branch, a tag or a commit will do, and git branch --all and git log --oneline list them`,
    noRepository: (folder) =>
      `--base compares with a git revision, and ${folder} is in no git repository; --base-dir compares with another folder`,
    one: (choices) => `only one of: ${choices}`,
    bareAstro: 'Use npm run build: a site made by astro build alone has no search and is not verified.',
  },
);
