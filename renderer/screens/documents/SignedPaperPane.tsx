import { useState } from 'react';
import type { StaffCard } from '../../../shared/contract/views.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { useFunctionKey } from '../../components/use-function-key.ts';
import { PAPER_TITLES } from '../../text/words.ts';
import { RecordMissing } from './RecordMissing.tsx';
import { RecordPaper } from './RecordPaper.tsx';
import { SignDialog } from './SignDialog.tsx';
import { SignerList } from './SignerList.tsx';
import { useSigners } from './signers.ts';
import type { Documents } from './use-document.ts';
import { useRecord } from './use-record.ts';

interface RecordPaneProps {
  readonly room: RoomState;
  readonly paper: PaperId;
  readonly documents: Documents;
  readonly onPrint: () => void;
  readonly onClose: () => void;
}

/** 考场情况记录单 on screen: what it says, who has signed exactly this, who is next, and the print. */
export function RecordPane({ room, paper, documents, onPrint, onClose }: RecordPaneProps) {
  const { preview, error } = useRecord(room, paper);
  const [signing, setSigning] = useState<StaffCard | null>(null);
  const [isStale, setStale] = useState(false);
  const signers = useSigners(room.room, paper, preview?.approvals ?? []);
  const canSign = preview?.canSign === true;
  const next = canSign ? (signers.find(({ isDue, signedAt }) => isDue && signedAt === null)?.card ?? null) : null;
  const canPrint = canSign && documents.busy === null;
  const sign = (card: StaffCard) => {
    setStale(false);
    setSigning(card);
  };
  useFunctionKey('F2', next !== null ? () => sign(next) : canPrint ? onPrint : null);
  const printKey = `room-record ${paper}`;
  const printError = documents.errorAt(printKey);
  const printWords = documents.busy === printKey ? '正在生成…' : null;
  return (
    <section className="card paper-view record" aria-label="考场情况记录单">
      <div className="card-head">
        <h2 className="card-title">考场情况记录单 {PAPER_TITLES[paper]}，屏幕预览</h2>
        <button type="button" className="button button-small" onClick={onClose}>
          关闭
        </button>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      {preview !== null && (
        <>
          <RecordPaper content={preview.content} />
          <div className="record-foot">
            {!preview.canSign && <RecordMissing room={room} paper={paper} />}
            {preview.lapsed > 0 && (
              <Notice
                tone="late"
                what={`内容在签名之后有变化，${preview.lapsed} 人的签名作废，需重新签字。`}
                todo="请看清现在的内容，再签一次。"
              />
            )}
            {isStale && <Notice tone="late" what="内容刚刚变了，这次签名没有记下。" todo="请再看一遍，重新签字。" />}
            {printError !== null && <ErrorNotice error={printError} />}
            {preview.canSign && (
              <>
                <SignerList signers={signers} next={next} onSign={sign} />
                <div className="record-acts">
                  {next === null ? (
                    <button type="button" className="button button-primary" disabled={!canPrint} onClick={onPrint}>
                      {printWords ?? '生成并打开'}
                      <KeyHint name="F2" />
                    </button>
                  ) : (
                    <button type="button" className="button" disabled={!canPrint} onClick={onPrint}>
                      {printWords ?? '留空白签名栏打印'}
                    </button>
                  )}
                  <p className="quiet record-note">没有在屏幕上签的人，纸上留空白栏，打印后手签。</p>
                </div>
              </>
            )}
          </div>
        </>
      )}
      {signing !== null && preview !== null && (
        <SignDialog
          signer={signing}
          place={{ room: room.room, paper, contentDigest: preview.contentDigest }}
          onClose={() => setSigning(null)}
          onStale={() => {
            setSigning(null);
            setStale(true);
          }}
        />
      )}
    </section>
  );
}
