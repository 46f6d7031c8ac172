import type { ContractErrorCode } from '../../shared/contract/call.ts';
import { dateText } from '../../shared/documents/words.ts';
import { say, type Words } from './error-words.ts';

type ScanCode =
  | 'scan-is-pdf'
  | 'not-a-picture'
  | 'picture-too-large'
  | 'picture-reader-failed'
  | 'code-not-found'
  | 'codes-of-several'
  | 'code-unreadable'
  | 'paper-of-rehearsal'
  | 'paper-of-real-day'
  | 'paper-of-other-day'
  | 'paper-of-other-station'
  | 'paper-unknown'
  | 'paper-code-differs'
  | 'paper-older-copy';

/** 扫描归档: why a picture was not filed. */
export const SCAN_WORDS: Readonly<Record<ScanCode & ContractErrorCode, Words>> = {
  'scan-is-pdf': say('这是 PDF 文件，本机只收图片。', '请在扫描仪上选 JPG，重新扫描这一页；用手机拍照也可以。'),
  'not-a-picture': say(
    '这个文件不是能读的图片，或者已损坏。',
    '请用 JPG、PNG、WebP 或 TIFF；苹果手机的 HEIC 照片请先转成 JPG，或重新拍照、扫描这一页。',
  ),
  'picture-too-large': say(
    '图片太大（超过 12 MB，或超过 6400 万像素）。',
    '请在扫描仪上选 300 dpi 的 JPG，重新扫描这一页。',
  ),
  'picture-reader-failed': say('读这张图片时出了错，没有归档。', '请再试一次；仍不行，重新拍照或扫描这一页。'),
  'code-not-found': say('图上没有认出文书右下角的二维码。', '请把整页拍全、拍平、对清楚，再选一次。'),
  'codes-of-several': say('一个文件里不止一页文书。', '请一页一个文件，分开拍照或扫描；扫描仪请选单页 JPG。'),
  'code-unreadable': say('二维码是本系统的，但内容不完整。', '请重新拍照或扫描这一页；仍不行，看纸面右下角是否涂改。'),
  'paper-of-rehearsal': say('这是演练的文书，不能归到正式考试。', '请取正式考试打印的那一份。'),
  'paper-of-real-day': say('这是正式考试的文书，不能归到演练。', '请先退出演练，再到正式考试里归档。'),
  'paper-of-other-day': (f) =>
    say(
      `这是另一个考核日的文书：${f.text('title')}（${dateText(f.text('date'))}）。`,
      '请先在「设置」打开那个考核日，再归档。',
    ),
  'paper-of-other-station': (f) =>
    say(
      f.text('station') === '' ? '这份文书不是本机打印的。' : `这份文书是 ${f.text('station')} 机打印的，不是本机。`,
      '请拿到打印它的那台电脑上归档。',
    ),
  'paper-unknown': say('本机没有打印过这份文书。', '请看纸面的编号和考核日；拿到打印它的那台电脑上归档。'),
  'paper-code-differs': say('二维码与本机的记录对不上。', '请不要归档，把这一页交给主考核对。'),
  'paper-older-copy': (f) =>
    say(
      `这是第 ${f.number('copy')} 份；${f.time('at')} 又打印了第 ${f.number('newest')} 份。`,
      '考生签的就是这一份时，选「就归这一份」；否则请取最后打印的那一份。',
    ),
};
