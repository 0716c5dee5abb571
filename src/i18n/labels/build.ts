/** What a build prints, a line for each step. Times are seconds as text. */
import { both } from '../both.ts';

export const buildLabels = both(
  {
    data: (seconds: string) => `数据与得分：${seconds} 秒`,
    program: (seconds: string) => `打包页面程序：${seconds} 秒`,
    pages: (seconds: string) => `页面与接口文件：${seconds} 秒`,
    checks: (seconds: string, links: string) => `核对：${seconds} 秒，公开的数已重算；站内链接 ${links} 个，没有断的`,
    search: (seconds: string) => `搜索索引：${seconds} 秒`,
    done: (seconds: string, out: string) => `完成：共 ${seconds} 秒，网站在 ${out}`,
  },
  {
    data: (seconds) => `Data and scores: ${seconds} s`,
    program: (seconds) => `Bundling the pages: ${seconds} s`,
    pages: (seconds) => `Pages and files for programs: ${seconds} s`,
    checks: (seconds, links) =>
      `Checks: ${seconds} s; published numbers computed again; links within the site followed (${links}), none broken`,
    search: (seconds) => `Search index: ${seconds} s`,
    done: (seconds, out) => `Done in ${seconds} s: the site is in ${out}`,
  },
);
