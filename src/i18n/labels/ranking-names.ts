/** Labels of finding by name in the ranking; the browser reads them. */
import { both } from '../both.ts';

export const rankingNameLabels = both(
  {
    none: (name: string) => `这份排名里没有与“${name}”相符的。`,
    near: (name: string) => `没有找到“${name}”。是不是要找：`,
    toBelow: (count: string) => `没有排名的里有 ${count} 家，往下看`,
    unfilter: (count: string) => `不限筛选条件，有 ${count} 家`,
    clear: '清空名称',
    search: '在全站搜索',
    searchFound: (count: string) => `全站有 ${count} 家，去看`,
  },
  {
    none: (name) => `Nobody in this ranking matches “${name}”.`,
    near: (name) => `Nothing found for “${name}”. Did you mean:`,
    toBelow: (count) => `${count} without a rank, further down`,
    unfilter: (count) => `${count} without the filters`,
    clear: 'Clear the name',
    search: 'Search the whole site',
    searchFound: (count) => `${count} on the whole site`,
  },
);
