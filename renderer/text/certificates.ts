import { formatDate } from '../../shared/domain/day-time.ts';

/** 封存证书. */
export const certificateText = {
  title: '封存证书',
  none: '第一次打印恢复单或封存文书时生成，有效十年。',
  what: '封存的文书由工作站代签名人签名。外面的人核验时，把根证书交给他，并与恢复单上的指纹核对。',
  station: (label: string) => `工作站 ${label}`,
  validity: ({ notBefore, notAfter }: { readonly notBefore: number; readonly notAfter: number }) =>
    `${formatDate(notBefore)} 至 ${formatDate(notAfter)}`,
  save: '另存根证书',
  saveOf: (label: string) => `另存工作站 ${label} 的根证书`,
  fileName: (label: string) => `封存根证书_工作站${label}.pem`,
  fingerprint: (hex: string) => hex.replace(/(.{4})(?=.)/g, '$1 '),
} as const;

/** 由考点或中心签发. */
export const issuedCertificateText = {
  title: '由考点或中心签发',
  how: '考点或中心有自己的证书签发机构时：导出证书申请交给它，把发回的文件（.pem，含中间证书和根证书）装入。此后封存用新证书，已封存的不变。',
  request: '导出证书申请',
  install: '装入签发的证书',
  busy: '正在核对…',
  done: '已装入，此后的封存使用这张证书。',
} as const;
