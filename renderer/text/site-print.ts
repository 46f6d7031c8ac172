/** A paper open for printing. */
export const printText = {
  hint: '在阅读器里按打印。另存的文件不加密，含个人信息，考后请删除。',
  save: '另存',
  close: '关闭',
} as const;
