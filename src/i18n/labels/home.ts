/** Labels of the home page. */
import { both } from '../both.ts';
import { counted } from '../plural.ts';

export const homeLabels = both(
  {
    searchLabel: '搜索',
    searchHint: '名称、城市、服务、指标……',
    searchButton: '搜索',
    firstTitle: '谁在前面，有多确定',
    firstLead: (count: string, ranked: string) =>
      count === '1'
        ? `${ranked} 家参与排名，第一组目前只有 1 家：别家都不太可能是最好的。往后每一组里，各家都可能是其中最好的，请按在意的事和自己的条件来挑。`
        : `${ranked} 家参与排名，第一组有 ${count} 家：真正最好的多半在其中，每一家都有可能是。请按在意的事和自己的条件来挑。`,
    firstNone: (many: string) => `还没有哪家${many}有足够的证据参与排名。`,
    firstMore: (count: string) => `第一组还有 ${count} 家`,
    allRankings: '看完整排名',
    axis: '总分',
    placesTitle: '按地区找',
    allCities: (count: string) => `全部 ${count} 个城市`,
    servicesTitle: '按服务找',
    sureTitle: '这些分数有多可靠',
    sureTypical: (places: string) => `一半的参与排名者，位次能确定到 ${places} 名以内；其余更宽。`,
    sureAsOf: (date: string) => `计算日 ${date}`,
    sureVendors: (vendors: string, parts: string) => `收录 ${vendors} 家：${parts}`,
    sureRanked: (count: string) => `${count} 家有排名`,
    sureUnrated: (count: string) => `${count} 家证据还不够`,
    sureListed: (count: string) => `${count} 家只收录`,
    sureReviews: (count: string, date: string) => `${count} 条已公布的评价，最近一条 ${date}`,
    sureObservations: (count: string, date: string) => `${count} 次计时联系，最近一次 ${date}`,
    sureMethod: '分数怎么来、说明不了什么',
  },
  {
    searchLabel: 'Search',
    searchHint: 'Name, city, service, criterion …',
    searchButton: 'Search',
    firstTitle: 'Who is ahead, and how sure that is',
    firstLead: (count, ranked) =>
      count === '1'
        ? `Of ${ranked} that are ranked, one stands in the first group: no other is likely to be the best. In each later group any may be the best of those left: choose by what you care about and what suits you.`
        : `Of ${ranked} that are ranked, ${count} form the first group: the truly best is most likely among them, and each of them may be it. Choose by what you care about and what suits you.`,
    firstNone: (many) => `None of the ${many} has enough evidence for a rank yet.`,
    firstMore: (count) => `${count} more in the first group`,
    allRankings: 'See the whole ranking',
    axis: 'Overall score',
    placesTitle: 'By place',
    allCities: (count) => `All ${counted(count, 'city', 'cities')}`,
    servicesTitle: 'By service',
    sureTitle: 'How sure these scores are',
    sureTypical: (places) =>
      `For half of those ranked the place is known to within ${counted(places, 'place')}; for the rest it is wider.`,
    sureAsOf: (date) => `Computed as of ${date}`,
    sureVendors: (vendors, parts) => `${vendors} in the directory: ${parts}`,
    sureRanked: (count) => `${count} ranked`,
    sureUnrated: (count) => `${count} with too little evidence`,
    sureListed: (count) => `${count} listed only`,
    sureReviews: (count, date) => `${counted(count, 'published review')}, the newest of ${date}`,
    sureObservations: (count, date) => `${counted(count, 'timed contact')}, the newest of ${date}`,
    sureMethod: 'Where the scores come from and what they cannot tell',
  },
);
