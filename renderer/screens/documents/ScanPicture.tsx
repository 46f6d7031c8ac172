import { useEffect, useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import { bytesOf } from '../../components/bytes-of.ts';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { TIFF_NOT_SHOWN } from '../../text/scans.ts';
import type { ScannedPage } from './ScannedPapers.tsx';

interface ScanPictureProps {
  readonly page: ScannedPage;
  readonly onClose: () => void;
}

interface OpenPicture {
  readonly fileName: string;
  readonly url: string;
  readonly isShown: boolean;
}

/** The picture of a page as it was filed. */
export function ScanPicture({ page, onClose }: ScanPictureProps) {
  const [picture, setPicture] = useState<OpenPicture | null>(null);
  const [error, setError] = useState<ContractError | null>(null);
  const { document, page: number } = page;

  useEffect(() => {
    let url: string | null = null;
    let isCurrent = true;
    void ask('paperScan.read', { document, page: number }).then((answer) => {
      if (!isCurrent) return;
      if (!answer.ok) {
        setError(answer.error);
        return;
      }
      const { fileName, picture: kind, bytes } = answer.value;
      url = URL.createObjectURL(new Blob([bytesOf(bytes)], { type: `image/${kind}` }));
      setPicture({ fileName, url, isShown: kind !== 'tiff' });
    });
    return () => {
      isCurrent = false;
      // Full of names: it must not stay in the browser's memory.
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [document, number]);

  return (
    <section className="card paper-view" aria-label="打开的扫描件">
      <div className="card-head">
        <h2 className="card-title figures">{page.name}</h2>
        <span className="paper-acts">
          {picture !== null && (
            <a className="button button-small" href={picture.url} download={picture.fileName}>
              另存
            </a>
          )}
          <button type="button" className="button button-small" onClick={onClose}>
            返回
          </button>
        </span>
      </div>
      <p className="quiet paper-note">另存的文件不加密，含个人信息，考后请删除。</p>
      {error !== null && <ErrorNotice error={error} />}
      {picture?.isShown === false && <Notice tone="late" what={TIFF_NOT_SHOWN} />}
      <section className="scan-picture" aria-label={`${page.name}的图`} tabIndex={0}>
        {picture?.isShown === true && <img src={picture.url} alt={page.name} />}
      </section>
    </section>
  );
}
