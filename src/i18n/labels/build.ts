/** What a build prints, a line for each step. Times are seconds as text. */
import { both } from '../both.ts';

export const buildLabels = both(
  {
    files: (seconds: string) => `数据、得分与接口文件：${seconds} 秒，公开的数已重算`,
    pages: (seconds: string) => `页面：${seconds} 秒`,
    links: (seconds: string, links: string) => `站内链接：${seconds} 秒，共 ${links} 个，没有断的`,
    search: (seconds: string) => `搜索索引：${seconds} 秒`,
    done: (seconds: string, out: string) => `完成：共 ${seconds} 秒，网站在 ${out}`,
  },
  {
    files: (seconds) => `Data, scores and files for programs: ${seconds} s; published numbers computed again`,
    pages: (seconds) => `Pages: ${seconds} s`,
    links: (seconds, links) => `Links within the site: ${seconds} s; ${links}, none broken`,
    search: (seconds) => `Search index: ${seconds} s`,
    done: (seconds, out) => `Done in ${seconds} s: the site is in ${out}`,
  },
);
