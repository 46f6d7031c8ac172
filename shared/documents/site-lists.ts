import type { SiteList } from '../domain/checklist-items.ts';

const ELEMENTARY = ['Chrome', 'Python 3.7', 'PyCharm 社区版', 'requests', 'lxml', '360压缩'] as const;
const DATABASES = ['MySQL', 'MongoDB', 'Redis', 'Navicat'] as const;
const DRIVERS = ['PyMySQL', 'mysqlclient', 'pymongo', 'redis', 'Chromedriver', 'selenium', 'Scrapy'] as const;

/** What stands on a list until somebody writes it: the names of S22P and S22. The list in force is given before each exam. */
export const OUR_SITE_LISTS: Readonly<Record<SiteList, readonly string[]>> = {
  'white-list': [
    '猫眼电影',
    '豆瓣电影',
    '京东',
    '证券之星',
    '站长之家',
    '中慧考试平台',
    '古诗文（山海经）',
    '中慧官网',
    '当当网',
    '诗词名句',
    '链家',
    '人人车',
    '腾讯招聘',
    'cifar10 数据集',
  ],
  'software-elementary': ELEMENTARY,
  'software-intermediate': [...ELEMENTARY, ...DATABASES, ...DRIVERS, 'Django 3.2'],
  'software-advanced': [
    'Chrome',
    'Anaconda',
    'PyCharm 社区版',
    'requests',
    'lxml',
    '360压缩',
    ...DATABASES,
    ...DRIVERS,
    'seaborn 0.11.0',
  ],
};
