import type { OpenDocument } from './use-document.ts';

interface OpenedDocumentProps {
  readonly opened: OpenDocument | null;
  readonly onClose: () => void;
}

/** The paper itself, in the browser's own reader: printed from there. */
export function OpenedDocument({ opened, onClose }: OpenedDocumentProps) {
  if (opened === null) {
    return (
      <section className="card paper-view empty">
        <p>
          生成或打开一份文书，会显示在这里；
          <br />
          在阅读器里按打印即可。
        </p>
      </section>
    );
  }
  return (
    <section className="card paper-view" aria-label="打开的文书">
      <div className="card-head">
        <h2 className="card-title">{opened.fileName}</h2>
        <span className="paper-acts">
          <a className="button button-small" href={opened.url} target="_blank" rel="noreferrer">
            新窗口打开
          </a>
          <a className="button button-small" href={opened.url} download={opened.fileName}>
            另存
          </a>
          <button type="button" className="button button-small" onClick={onClose}>
            关闭
          </button>
        </span>
      </div>
      <p className="quiet paper-note">另存的文件不加密，含个人信息，考后请删除。</p>
      <iframe className="paper-frame" src={`${opened.url}#navpanes=0&view=FitH`} title={opened.fileName} />
    </section>
  );
}
