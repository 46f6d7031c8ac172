import type { PhotoOutcome } from '../../shared/contract/views.ts';

/** What a missing photo asks of whoever compares the documents. */
export const NO_PHOTO = '无照片，请重点核对证件';
export const PHOTO_UNREADABLE = '照片打不开，请重点核对证件';

type LeftOut = Exclude<PhotoOutcome['outcome'], 'filed' | 'replaced' | 'same'>;

/** The files that gave nobody a photo, the ones to be mended first. */
export const LEFT_OUT_ORDER: readonly LeftOut[] = ['broken', 'too-large', 'unmatched', 'double', 'other-room'];

/** What these files have in common, and what to do about it. */
export const LEFT_OUT_TEXT: Readonly<Record<LeftOut, { readonly title: string; readonly todo: string }>> = {
  broken: { title: '打不开的图片', todo: '只认 JPG、PNG、WebP。请换一张完好的图片，再导入一次。' },
  'too-large': { title: '超过 8 MB 的图片', todo: '请改小后再导入一次。' },
  unmatched: { title: '对不上名单的文件', todo: '请把文件名改成本人的证件号或准考证号，再导入一次。' },
  double: { title: '同一人的第二张', todo: '已用先读到的那张。要换的，只留一张再导入一次。' },
  'other-room': { title: '其他考场考生的照片', todo: '不归本机，没有保存。' },
};
